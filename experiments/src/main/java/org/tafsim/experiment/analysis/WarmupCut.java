package org.tafsim.experiment.analysis;

import java.util.Optional;

/**
 * Where a series is to be cut so that its start does not distort its mean.
 *
 * @param observations length of the series
 * @param cut observations to leave out at the start, at most half of them
 * @param isLongEnough false where the run ended before its start was over, as far as can be seen: the mean of the rest
 *     is still biased, and no cut mends that
 */
public record WarmupCut(int observations, int cut, boolean isLongEnough) {

    /** Checks. */
    public WarmupCut {
        if (cut < 0 || 2 * (long) cut > observations) {
            throw new IllegalArgumentException("The cut (%d) must be at least 0 and at most half of %d observations."
                    .formatted(cut, observations));
        }
    }

    /** Length of the warm-up (ns) of a series with an observation at the end of every interval of this length (ns). */
    public long lengthNanos(long intervalNanos) {
        return Math.multiplyExact(cut, intervalNanos);
    }

    /** What to tell the user, where the run is too short. */
    public Optional<String> findWarning() {
        if (isLongEnough) {
            return Optional.empty();
        }
        return Optional.of(
                "The run is too short: its start is not over after half of its %d observations. Maybe run longer."
                        .formatted(observations));
    }
}
