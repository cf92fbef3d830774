package org.tafsim.policies;

/**
 * Where a policy that is not shipped comes from.
 *
 * @param file its name, without the folder
 * @param sha256 of the file, in hex
 * @param version that it says it is; empty where it says none
 */
public record Origin(String file, String sha256, String version) {

    @Override
    public String toString() {
        return version.isEmpty() ? file : "%s (version %s)".formatted(file, version);
    }
}
