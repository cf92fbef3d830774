package org.tafsim.experiment.slurm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where the files of a sweep's arrays are, and what its arrays are called.
 *
 * @param sweep folder of the sweep, absolute
 * @param name of the arrays in the queue, the same whenever it is the same folder
 */
public record ArrayPlace(Path sweep, String name) {

    public ArrayPlace {
        String text = sweep.toString();
        // In names of log files a backslash switches off Slurm's own patterns, and its commands are lines.
        if (text.indexOf('\\') >= 0 || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "Slurm cannot write to %s: there is a backslash or a control character in its name. Maybe rename it."
                            .formatted(text));
        }
    }

    /** Of this sweep. */
    public static ArrayPlace of(Path sweepFolder) throws IOException {
        Path real = sweepFolder.toRealPath();
        return new ArrayPlace(real, "tafsim-" + shortHashOf(real.toString()));
    }

    /** For scripts and logs. */
    Path folder() {
        return sweep.resolve("slurm");
    }

    private static String shortHashOf(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
