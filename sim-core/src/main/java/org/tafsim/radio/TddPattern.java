package org.tafsim.radio;

import java.util.function.IntPredicate;
import org.tafsim.model.TddFrame;

/** When the next slot of a direction begins, in constant time. Slot 0 begins at time 0. Immutable. */
final class TddPattern {
    private final long slotNanos;
    private final int slots;

    /** By slot of the pattern: slots until one that carries data down, 0 where it is one itself. */
    private final int[] untilDownlink;

    private final int[] untilUplink;

    TddPattern(TddFrame frame) {
        slotNanos = frame.slotNanos();
        slots = frame.slots();
        untilDownlink = until(frame::isDownlink);
        untilUplink = until(frame::isUplink);
    }

    private int[] until(IntPredicate isRight) {
        int[] until = new int[slots];
        int next = Integer.MAX_VALUE;
        for (int slot = 2 * slots - 1; slot >= 0; slot--) { // twice around, as the last ones look into the next pattern
            next = isRight.test(slot % slots) ? slot : next;
            if (slot < slots) {
                until[slot] = next - slot;
            }
        }
        return until;
    }

    long slotNanos() {
        return slotNanos;
    }

    /** Slots until the pattern repeats. */
    int slots() {
        return slots;
    }

    /** Begin of the first slot down that begins at this time or later (ns). */
    long nextDownlink(long nanos) {
        return next(nanos, untilDownlink);
    }

    /** Begin of the first slot up that begins at this time or later (ns). */
    long nextUplink(long nanos) {
        return next(nanos, untilUplink);
    }

    private long next(long nanos, int[] until) {
        long slot = Math.floorDiv(nanos + slotNanos - 1, slotNanos);
        return (slot + until[Math.floorMod(slot, slots)]) * slotNanos;
    }
}
