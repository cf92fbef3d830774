package org.tafsim.experiment.pack;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Choices of whoever packs.
 *
 * @param withInputs whether traces of any size go into the package, not only small ones
 * @param inputFolder where traces are looked for by their file name, before the place they had when the run took place
 * @param sources where others find a trace: addresses by file name
 * @param license of the results, as SPDX names it, e.g. {@code CC-BY-4.0}
 * @param author who made the results
 * @param replacesOther whether another file in the package's place gives way
 */
public record PackOptions(
        boolean withInputs,
        Optional<Path> inputFolder,
        SortedMap<String, String> sources,
        String license,
        Optional<String> author,
        boolean replacesOther) {

    /** License where none is asked for. */
    public static final String LICENSE = "CC-BY-4.0";

    /** Small inputs, the usual license, nobody named, nothing replaced. */
    public static final PackOptions DEFAULT =
            new PackOptions(false, Optional.empty(), Collections.emptySortedMap(), LICENSE, Optional.empty(), false);

    /** Copies and checks. */
    public PackOptions {
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
        if (!license.matches("[A-Za-z0-9][A-Za-z0-9.+-]*")) {
            throw new IllegalArgumentException(
                    "The license '%s' must be an id of SPDX such as CC-BY-4.0 or CC0-1.0.".formatted(license));
        }
        for (Map.Entry<String, String> source : sources.entrySet()) {
            if (!source.getValue().matches("https?://[^\\s\"<>]+")) {
                throw new IllegalArgumentException(
                        "The source of %s ('%s') must be an address such as https://example.org/%s."
                                .formatted(source.getKey(), source.getValue(), source.getKey()));
            }
        }
    }
}
