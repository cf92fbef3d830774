package org.tafsim.model;

/**
 * A limit on what a card may draw, and how fast its processors then run. Their dynamic power goes with voltage squared times
 * clock, and voltage with the clock: a cube. Memory keeps its clock: {@code docs/model/accelerators.md}.
 */
public final class PowerCap {

    /** Share of board power that does not follow the processors' clock: leakage, memory, fans. */
    public static final double BASE = 0.15;

    /** Of the clock, in dynamic power. */
    public static final double EXPONENT = 3;

    /** Below this share of board power memory would slow down too, which is not modeled. */
    public static final double LEAST = 0.4;

    private PowerCap() {}

    /**
     * The share of its peak that a capped card computes at: ((cap/board − base) / (1 − base))^(1/3), at most 1.
     *
     * @param capWatts the limit (W)
     * @throws IllegalArgumentException when the cap is below {@link #LEAST} of the board power, or above all of it
     */
    public static double speed(AcceleratorProfile card, double capWatts) {
        double share = capWatts / card.boardWatts();
        if (!(share >= LEAST && share <= 1)) { // also catches NaN
            throw new IllegalArgumentException(
                    "%s: a power cap of %s W must lie between %s W, below which its memory would slow down too, and its %s W."
                            .formatted(
                                    card.id(),
                                    Plain.number(capWatts),
                                    Plain.number(LEAST * card.boardWatts()),
                                    Plain.number(card.boardWatts())));
        }
        return StrictMath.pow((share - BASE) / (1 - BASE), 1 / EXPONENT);
    }
}
