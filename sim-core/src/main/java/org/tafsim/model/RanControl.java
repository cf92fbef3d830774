package org.tafsim.model;

/**
 * The control loops of a RAN on a shared card: within a slot layer 1 goes first by itself; every interval its share is raised to what
 * the load of the interval before needs; and the harvest policy decides, at its own pace, what RAN has at least.
 *
 * @param intervalNanos how often load, shares and misses are looked at, positive: 10 ms to 1 s in a near-RT RIC
 * @param missTarget share of the slots that may miss their deadline, in (0, 1)
 * @param harvest of the orchestrator, seconds to minutes
 */
public record RanControl(long intervalNanos, double missTarget, HarvestSpec harvest) {

    /** Share of the slots that may miss where nobody says: an assumption. */
    public static final double USUAL_MISS_TARGET = 1e-5;

    /** Checks. */
    public RanControl {
        Require.positive(intervalNanos, "Control of a RAN", "interval (ns)");
        if (!(missTarget > 0 && missTarget < 1)) { // also catches NaN
            throw new IllegalArgumentException(
                    "Control of a RAN: the share of slots that may miss (%s) must lie in (0, 1)."
                            .formatted(missTarget));
        }
    }
}
