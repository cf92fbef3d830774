package org.tafsim.cli.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Interruption;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.cli.console.Terminal;
import org.tafsim.report.serve.Dashboard;
import org.tafsim.report.serve.DashboardOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows results in the browser. */
@Command(
        name = "serve",
        header = "Show results in the browser: runs, sweeps under way, comparisons, SQL.",
        description =
                "Opens a dashboard of the results in a folder, for this machine alone, until Ctrl-C. It reads results "
                        + "and never changes them.%n",
        footer = {
            "  tafsim serve",
            "  tafsim serve elsewhere/results --port 8080",
            "  tafsim serve --bind 0.0.0.0     for others too: who has the address with the token"
        })
public final class ServeCommand implements Callable<Integer> {

    private static final int TOKEN_BYTES = 24;

    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Folder with results, or of one result (default: ${DEFAULT-VALUE}).")
    private Path root = Path.of("results");

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "7700",
            description = "Port; 0 takes any that is free (default: ${DEFAULT-VALUE}).")
    private int port = 7700;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "Address to listen at; others than this machine's own need a token (default: ${DEFAULT-VALUE}).")
    private String address = "127.0.0.1";

    @Option(
            names = "--token",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "TEXT",
            description =
                    "What everybody must know, 16 characters or more; one is made up where TEXT is left out, or where it "
                            + "is needed.")
    private @Nullable String token;

    /** On a terminal. */
    public ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(root)) {
            throw new InvalidInputException(
                    "There is no folder %s. `tafsim run` writes results/ below where it is called; name another as DIR."
                            .formatted(root));
        }
        limitRequests();
        DashboardOptions options = options();
        CountDownLatch never = new CountDownLatch(1);
        try (Dashboard dashboard = Dashboard.start(options)) {
            terminal.out().println("Dashboard of %s: %s".formatted(root, link(options, dashboard.port())));
            terminal.out().println("Ctrl-C stops it.");
            terminal.out().flush();
            Interruption.guard(never::await);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        terminal.err().println("Stopped.");
        return ExitCodes.OK;
    }

    private DashboardOptions options() {
        InetAddress bound = bound();
        boolean needsToken = token != null || !bound.isLoopbackAddress();
        String known = token == null || token.isEmpty() ? newToken() : token;
        try {
            return new DashboardOptions(
                    root, bound, port, needsToken ? Optional.of(known) : Optional.empty(), Clock.systemUTC());
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private InetAddress bound() {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--bind (%s) is no address of this machine.".formatted(address), e);
        }
    }

    private static String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What to open; of an address that means all of this machine's, its name. */
    private static String link(DashboardOptions options, int port) throws UnknownHostException {
        InetAddress bound = options.address();
        String host = bound.isAnyLocalAddress() ? InetAddress.getLocalHost().getHostName() : bound.getHostAddress();
        String inUrl = host.contains(":") ? "[" + host + "]" : host;
        String query = options.token().map(secret -> "?token=" + secret).orElse("");
        return "http://%s:%d/%s".formatted(inUrl, port, query);
    }

    /** The JDK's server waits for ever by itself; it reads these once (see module jdk.httpserver). */
    private static void limitRequests() {
        System.setProperty("sun.net.httpserver.maxReqTime", "15"); // seconds to send a request
        System.setProperty("sun.net.httpserver.maxRspTime", "300"); // seconds to answer and be read
        System.setProperty("sun.net.httpserver.drainAmount", "0"); // bytes of a body to read that nobody wants
        System.setProperty("sun.net.httpserver.maxReqHeaders", "100");
    }
}
