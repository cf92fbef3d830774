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

    boolean isSubsetOf(WordSet other) {
        for (int i = 0; i < bits.length; i++) {
            if ((bits[i] & ~other.word(i)) != 0) {
                return false;
            }
        }
        return true;
    }

    boolean isDisjointFrom(WordSet other) {
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
