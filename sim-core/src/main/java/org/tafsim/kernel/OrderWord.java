package org.tafsim.kernel;

/**
 * The tie-break of an event and its slot in one {@code long}: rank (3 bits) | sequence (36 bits) | slot (24 bits), below a
 * zero sign bit. Comparing two words compares rank, then scheduling order; the sequence is unique within a run, so a word
 * also serves as the event's handle.
 */
final class OrderWord {
    private static final int SLOT_BITS = 24;
    private static final int SEQUENCE_BITS = 36;

    static final int MAX_SLOT = (1 << SLOT_BITS) - 1;
    static final long MAX_SEQUENCE = (1L << SEQUENCE_BITS) - 1;

    /** Number of ranks the word has room for. */
    static final int RANKS = 1 << (Long.SIZE - 1 - SEQUENCE_BITS - SLOT_BITS);

    private OrderWord() {}

    static long of(long rankBits, long sequence, int slot) {
        return rankBits | sequence << SLOT_BITS | slot;
    }

    static long rankBits(EventRank rank) {
        return (long) rank.order() << (SEQUENCE_BITS + SLOT_BITS);
    }

    static int rank(long order) {
        return (int) (order >>> (SEQUENCE_BITS + SLOT_BITS));
    }

    static int slot(long order) {
        return (int) order & MAX_SLOT;
    }
}
