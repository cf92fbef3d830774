package org.tafsim.experiment.plan;

/**
 * When a point has replications enough.
 *
 * @param metric of scope {@code all}
 * @param relativeHalfWidth that the interval of every policy must not exceed, in (0, 1)
 * @param confidence of the interval, in (0, 1)
 */
public record StopWhen(String metric, double relativeHalfWidth, double confidence) {

    /** Checks. */
    public StopWhen {
        if (!(relativeHalfWidth > 0 && relativeHalfWidth < 1)) {
            throw new IllegalArgumentException(
                    "The relative half-width (%s) must lie between 0 and 1, e.g. 0.05.".formatted(relativeHalfWidth));
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "The confidence (%s) must lie between 0 and 1, e.g. 0.95.".formatted(confidence));
        }
    }
}
