package org.tafsim.sovereignty;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives every word that facts and rules use a bit of its own. */
final class Vocabulary {
    private final Numbering<String> words = new Numbering<>();
    private final Map<List<String>, WordSet> setByWords = new HashMap<>(); // asked, never iterated

    /** The set of these words; the same instance for an equal list. */
    WordSet set(List<String> words) {
        return setByWords.computeIfAbsent(words, this::build);
    }

    /** The words of a fact: none means that it is not stated, and so does a blank one. */
    WordSet fact(List<String> words) {
        return words.isEmpty() || words.stream().anyMatch(String::isBlank) ? WordSet.UNSTATED : set(words);
    }

    /** The words of a set, in the order in which they were first seen; none where it is not stated. */
    List<String> words(WordSet set) {
        return set.stream().mapToObj(words::thing).toList();
    }

    private WordSet build(List<String> ofSet) {
        BitSet bits = new BitSet();
        for (String word : ofSet) {
            bits.set(words.of(word));
        }
        return new WordSet(bits.toLongArray());
    }
}
