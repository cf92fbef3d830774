package org.tafsim.sovereignty;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Gives every word that facts and rules use a bit of its own. */
final class Vocabulary {
    private final Map<String, Integer> bitByWord = new HashMap<>(); // asked, never iterated

    /** The words of a rule. */
    WordSet set(Collection<String> words) {
        BitSet bits = new BitSet();
        words.forEach(word -> bits.set(bit(word)));
        return new WordSet(bits.toLongArray());
    }

    /** The words of a fact: none means that it is not stated, and so does a blank one. */
    WordSet fact(Collection<String> words) {
        return words.isEmpty() || words.stream().anyMatch(String::isBlank) ? WordSet.UNSTATED : set(words);
    }

    private int bit(String word) {
        return bitByWord.computeIfAbsent(word, unseen -> bitByWord.size());
    }
}
