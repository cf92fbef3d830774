package org.tafsim.model;

/**
 * What AI on the same card does to layer 1, by the share u of time that it computes: work is stretched by 1 + stretch · u, and a slot
 * begins late by an exponential time of mean jitter + blocking · u.
 *
 * @param stretch of work while AI computes all the time, at least 0: caches and memory are contended for
 * @param jitterSeconds mean delay of a slot with no AI at all: launches, fronthaul (s), positive
 * @param blockingSeconds mean delay more while AI computes all the time: its kernel goes on to its end (s), at least 0
 */
public record RanInterference(double stretch, double jitterSeconds, double blockingSeconds) {

    /** Parts of a card that share nothing. */
    public static final RanInterference ISOLATED = new RanInterference(0, 5e-6, 0);

    /** Side by side (MPS): assumptions. */
    public static final RanInterference SIDE_BY_SIDE = new RanInterference(CardSharing.USUAL_INTERFERENCE, 5e-6, 15e-6);

    /** In turns, RAN first: what runs ends its block first. Assumptions. */
    public static final RanInterference IN_TURNS = new RanInterference(CardSharing.USUAL_INTERFERENCE, 5e-6, 40e-6);

    /** Checks. */
    public RanInterference {
        Require.atLeastZero(stretch, "Interference", "stretch");
        Require.positive(jitterSeconds, "Interference", "jitter (s)");
        Require.atLeastZero(blockingSeconds, "Interference", "blocking (s)");
    }

    /** The same with slots that begin later by so much more on average (s). */
    RanInterference withMoreJitter(double seconds) {
        return new RanInterference(stretch, jitterSeconds + seconds, blockingSeconds);
    }
}
