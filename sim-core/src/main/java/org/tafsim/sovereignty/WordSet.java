package org.tafsim.sovereignty;

/** An immutable set of words, as bits of a {@link Vocabulary}; or no answer at all. */
final class WordSet {

    /** What nobody stated. Not the same as nothing: an operator can be exposed to no regime. */
    static final WordSet UNSTATED = new WordSet(new long[0]);

    private final long[] bits;

    WordSet(long[] bits) {
        this.bits = bits;
    }

    boolean isStated() {
        return this != UNSTATED;
    }

    /** Whether all of these are among the others; unknown where either is not stated. */
    Truth isWithin(WordSet other) {
        return isStated() && other.isStated() ? Truth.of(isSubsetOf(other)) : Truth.UNKNOWN;
    }

    /** Whether none of these is among the others; unknown where either is not stated. */
    Truth isApartFrom(WordSet other) {
        return isStated() && other.isStated() ? Truth.of(isDisjointFrom(other)) : Truth.UNKNOWN;
    }

    private boolean isSubsetOf(WordSet other) {
        for (int i = 0; i < bits.length; i++) {
            if ((bits[i] & ~other.word(i)) != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isDisjointFrom(WordSet other) {
        for (int i = 0; i < bits.length; i++) {
            if ((bits[i] & other.word(i)) != 0) {
                return false;
            }
        }
        return true;
    }

    private long word(int i) {
        return i < bits.length ? bits[i] : 0;
    }
}
