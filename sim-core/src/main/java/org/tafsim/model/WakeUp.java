package org.tafsim.model;

/**
 * A state from which users must wake before they send: discontinuous reception, or a radio connection to be resumed. The delay
 * is uniform in its range.
 *
 * @param share of requests that find their user in it, in (0, 1]
 * @param leastMillis to wake (ms), at least 0
 * @param mostMillis to wake (ms), at least that
 */
public record WakeUp(double share, double leastMillis, double mostMillis) {

    /** Checks. */
    public WakeUp {
        Require.share(share, "Waking up", "share of requests");
        Require.atLeastZero(leastMillis, "Waking up", "least delay (ms)");
        Require.atLeastZero(mostMillis, "Waking up", "longest delay (ms)");
        if (mostMillis < leastMillis) {
            throw new IllegalArgumentException(
                    "Waking up: the longest delay (%s ms) must not be less than the least (%s ms)."
                            .formatted(mostMillis, leastMillis));
        }
    }

    /** Its mean (ms). */
    public double meanMillis() {
        return (leastMillis + mostMillis) / 2;
    }
}
