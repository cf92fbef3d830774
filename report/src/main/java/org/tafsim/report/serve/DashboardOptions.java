package org.tafsim.report.serve;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What a dashboard shows, and to whom.
 *
 * @param root folder of results
 * @param address where it listens
 * @param port 0 for any that is free
 * @param token that everybody must know; needed wherever others than this machine can ask
 * @param clock to tell how long a sweep will take
 */
public record DashboardOptions(Path root, InetAddress address, int port, Optional<String> token, InstantSource clock) {

    /** A token that a machine could guess protects nothing. */
    public static final int SHORTEST_TOKEN = 16;

    public DashboardOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("The port (%d) must be in 0..65535.".formatted(port));
        }
        if (token.isEmpty() && !address.isLoopbackAddress()) {
            throw new IllegalArgumentException("A dashboard at %s, which other machines reach, needs a token."
                    .formatted(address.getHostAddress()));
        }
        if (token.isPresent() && !token.get().matches("[A-Za-z0-9_~.-]{%d,}".formatted(SHORTEST_TOKEN))) {
            throw new IllegalArgumentException(
                    "A token must have %d characters or more, of letters, digits and -._~.".formatted(SHORTEST_TOKEN));
        }
    }
}
