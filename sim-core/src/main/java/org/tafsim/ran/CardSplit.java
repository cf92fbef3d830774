package org.tafsim.ran;

import org.tafsim.model.RanSharing;
import org.tafsim.model.RanSpec;

/**
 * Which share of a card, or of a pool of cards, RAN and AI have at an instant. A controller says what RAN should have; the mode says
 * what it gets, and when. Shares are of compute; those of the card that neither has are lost.
 *
 * <p>At every instant RAN has its reservation at least (INV-R1), and both together at most the card (INV-R2). Times must not decrease.
 */
public sealed interface CardSplit permits ConstantSplit, InstantSplit, ResizedSplit, PooledSplit {

    /**
     * Asks for a share, now.
     *
     * @param ranShare that RAN should have, in [0, 1]; more than it asks for is given where the mode has steps or the reservation is more
     */
    void want(long nowNanos, double ranShare);

    /** Carries out what is due by now; {@link #want} does so, too. Nothing is due where shares change only when asked to. */
    default void advance(long nowNanos) {}

    /** When a share changes next, if nobody asks for another; {@link Long#MAX_VALUE} where it does not. */
    default long nextChangeNanos() {
        return Long.MAX_VALUE;
    }

    /** What RAN has, in [0, 1]. */
    double ranShare();

    /** What AI has, in [0, 1]. */
    double aiShare();

    /** Whether AI must begin nothing new, for it will lose what it has at the next change. */
    default boolean isDraining() {
        return false;
    }

    /** In the mode of a site, with RAN at its largest share. */
    static CardSplit of(RanSpec spec) {
        return of(spec.sharing(), spec.reservation());
    }

    /**
     * In a mode, with RAN at its largest share.
     *
     * @param reservation share that RAN always has, in [0, 1]
     * @throws IllegalArgumentException when the mode cannot keep the reservation
     */
    static CardSplit of(RanSharing sharing, double reservation) {
        if (sharing instanceof RanSharing.Dedicated) {
            return new ConstantSplit(1, 0, reservation);
        }
        if (sharing instanceof RanSharing.FixedSlice fixed) {
            return new ConstantSplit(fixed.slice().ranShare(), fixed.slice().aiShare(), reservation);
        }
        if (sharing instanceof RanSharing.DynamicSlice slices) {
            return new ResizedSplit(slices, reservation);
        }
        if (sharing instanceof RanSharing.Mps mps) {
            return new InstantSplit(mps.steps(), reservation);
        }
        if (sharing instanceof RanSharing.Pooled pool) {
            return new PooledSplit(pool, reservation);
        }
        return new InstantSplit(0, reservation);
    }
}
