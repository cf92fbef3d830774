package org.tafsim.experiment.pack;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How to run a package again.
 *
 * @param sample how many replications of a run, or tasks of a sweep, at most; all where empty
 * @param inputs folder with inputs that the package leaves out
 * @param out folder to write the new results to, where they are wanted; only for whole runs
 */
public record RerunOptions(OptionalInt sample, Optional<Path> inputs, Optional<Path> out) {

    /** Checks. */
    public RerunOptions {
        if (sample.isPresent() && sample.getAsInt() < 1) {
            throw new IllegalArgumentException("The sample (%d) must be at least 1.".formatted(sample.getAsInt()));
        }
        if (sample.isPresent() && out.isPresent()) {
            throw new IllegalArgumentException(
                    "A sample is compared, not written. Leave out one of sample and folder.");
        }
    }
}
