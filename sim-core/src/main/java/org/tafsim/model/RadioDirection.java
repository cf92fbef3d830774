package org.tafsim.model;

/**
 * What a direction of a radio adds to the slots.
 *
 * @param gnbMillis processing of each step at the base station (ms)
 * @param ueMillis the same at the user equipment (ms)
 * @param firstBler share of first transmissions that fail (block error rate), in [0, 1)
 * @param laterBler share of retransmissions that fail, in [0, 1)
 */
public record RadioDirection(double gnbMillis, double ueMillis, double firstBler, double laterBler) {

    /** Checks. */
    public RadioDirection {
        Require.atLeastZero(gnbMillis, "Radio", "processing at the base station (ms)");
        Require.atLeastZero(ueMillis, "Radio", "processing at the user equipment (ms)");
        requireBler(firstBler, "first transmissions");
        requireBler(laterBler, "retransmissions");
    }

    private static void requireBler(double bler, String which) {
        if (!(bler >= 0 && bler < 1)) { // also catches NaN
            throw new IllegalArgumentException(
                    "The block error rate of %s (%s) must be at least 0 and less than 1.".formatted(which, bler));
        }
    }
}
