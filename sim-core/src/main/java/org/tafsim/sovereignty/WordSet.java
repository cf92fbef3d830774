package org.tafsim.sovereignty;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

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

    /** The words of both together; not stated where either is not. */
    WordSet or(WordSet other) {
        return combined(other, Math.max(bits.length, other.bits.length), i -> word(i) | other.word(i));
    }

    /** The words that both have, maybe none; not stated where either is not. */
    WordSet and(WordSet other) {
        return combined(other, Math.min(bits.length, other.bits.length), i -> word(i) & other.word(i));
    }

    private WordSet combined(WordSet other, int length, IntToLongFunction word) {
        if (!isStated() || !other.isStated()) {
            return UNSTATED;
        }
        long[] all = new long[length];
        Arrays.setAll(all, word);
        return new WordSet(all);
    }

    /** The numbers of its words. */
    IntStream stream() {
        return BitSet.valueOf(bits).stream();
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
