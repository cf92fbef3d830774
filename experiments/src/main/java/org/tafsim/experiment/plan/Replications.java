package org.tafsim.experiment.plan;

import java.util.Optional;

/**
 * How often each point runs.
 *
 * @param count first, at least 1
 * @param most where {@code stopWhen} asks for more, at least {@code count}
 * @param stopWhen to go on up to that; always {@code count} where empty
 */
public record Replications(int count, int most, Optional<StopWhen> stopWhen) {

    /** Checks. */
    public Replications {
        if (count < 1 || most < count) {
            throw new IllegalArgumentException(
                    "Replications: the count (%d) must be at least 1 and not exceed max (%d).".formatted(count, most));
        }
        if (stopWhen.isPresent() && count < 2) {
            throw new IllegalArgumentException("Replications: 'stopWhen' needs a count of at least 2 to begin with.");
        }
    }

    /** Always so many. */
    public static Replications of(int count) {
        return new Replications(count, count, Optional.empty());
    }
}
