package org.tafsim.sovereignty;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives every word that facts and rules use a bit of its own. */
final class Vocabulary {
    private final Map<String, Integer> bitByWord = new HashMap<>(); // asked, never iterated
    private final Map<List<String>, WordSet> setByWords = new HashMap<>(); // asked, never iterated

    /** The set of these words; the same instance for an equal list. */
    WordSet set(List<String> words) {
        return setByWords.computeIfAbsent(words, this::build);
    }

    /** The words of a fact: none means that it is not stated, and so does a blank one. */
    WordSet fact(List<String> words) {
        return words.isEmpty() || words.stream().anyMatch(String::isBlank) ? WordSet.UNSTATED : set(words);
    }

    private WordSet build(List<String> words) {
        BitSet bits = new BitSet();
        for (String word : words) {
            bits.set(bitByWord.computeIfAbsent(word, unseen -> bitByWord.size()));
        }
        return new WordSet(bits.toLongArray());
    }
}
