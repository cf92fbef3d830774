package org.tafsim.experiment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Names a run by what determines its numbers: {@code <scenario name>-<12 hex of the hash>}.
 *
 * @param value a folder name on any file system
 * @param sha256 of the resolved scenario's text and the engine's version, in hex
 */
public record RunId(String value, String sha256) {

    private static final int HEX_DIGITS = 12;
    private static final int LONGEST_NAME = 60;

    /**
     * Id of a run.
     *
     * @param scenarioName as it is; characters that folder names do without become dashes
     * @param resolvedScenario everything the run depends on, as text
     * @param engineVersion of tafsim
     */
    public static RunId of(String scenarioName, String resolvedScenario, String engineVersion) {
        MessageDigest digest = Hashes.newSha256();
        digest.update(resolvedScenario.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0); // so that no text can pose as another with a longer version
        digest.update(engineVersion.getBytes(StandardCharsets.UTF_8));
        String hex = HexFormat.of().formatHex(digest.digest());
        return new RunId(folderName(scenarioName) + "-" + hex.substring(0, HEX_DIGITS), hex);
    }

    private static String folderName(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "");
        return plain.isEmpty() ? "run" : plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    }
}
