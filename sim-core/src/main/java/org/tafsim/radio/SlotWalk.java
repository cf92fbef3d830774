package org.tafsim.radio;

/**
 * The way of one small packet through the slots, given how many of its transmissions fail. All times are simulated ones (ns): the
 * pattern begins at 0. Immutable; a walk takes a few steps whatever the pattern, and allocates nothing.
 */
abstract class SlotWalk {
    final TddPattern pattern;

    SlotWalk(TddPattern pattern) {
        this.pattern = pattern;
    }

    final long slotNanos() {
        return pattern.slotNanos();
    }

    /** When a packet arrives at the other end (ns). */
    abstract long arrival(long sentNanos, int failures);

    /** From sending until the packet is ready for its first slot (ns). */
    abstract long leadNanos();

    /** Slots after which all repeats. */
    abstract long periodSlots();
}
