package org.tafsim.ran;

import org.tafsim.kernel.InvariantViolation;

/** Laws of every split, at every instant: docs/invariants.md. */
public final class ShareLaws {

    /** For sums of shares that were rounded. */
    private static final double ROUNDING = 1e-12;

    private ShareLaws() {}

    /**
     * Looks whether they hold now.
     *
     * @throws InvariantViolation INV-R1 when RAN has less than its reservation, INV-R2 when the shares are more than the card
     */
    public static void check(long nowNanos, String siteId, CardSplit split, double reservation) {
        double ran = split.ranShare();
        double ai = split.aiShare();
        if (!(ran >= reservation)) { // also catches NaN
            throw new InvariantViolation(
                    "INV-R1", nowNanos, "RAN of %s has %s, reserved is %s.".formatted(siteId, ran, reservation));
        }
        if (!(ai >= 0 && ran + ai <= 1 + ROUNDING)) {
            throw new InvariantViolation(
                    "INV-R2", nowNanos, "At %s RAN has %s and AI %s of 1.".formatted(siteId, ran, ai));
        }
    }
}
