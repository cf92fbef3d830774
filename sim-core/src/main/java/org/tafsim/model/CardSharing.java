package org.tafsim.model;

/**
 * How replicas share a card that is not cut.
 *
 * @param mode who runs when
 * @param ways replicas that share it, at least 2
 * @param interference share of its part that each loses to the others, in [0, 1)
 */
public record CardSharing(Mode mode, int ways, double interference) {

    /** What is lost where nobody says: {@code docs/model/accelerators.md}. */
    public static final double USUAL_INTERFERENCE = 0.1;

    /** Who runs when. */
    public enum Mode {
        /** Side by side on parts of the multiprocessors. */
        MPS,
        /** In turns. */
        TIME_SLICING
    }

    /** Checks. */
    public CardSharing {
        if (ways < 2) {
            throw new IllegalArgumentException(
                    "A shared card: ways (%d) must be at least 2. Maybe leave out that it is shared.".formatted(ways));
        }
        if (!(interference >= 0 && interference < 1)) { // also catches NaN
            throw new IllegalArgumentException(
                    "A shared card: interference (%s) must lie in [0, 1).".formatted(interference));
        }
    }
}
