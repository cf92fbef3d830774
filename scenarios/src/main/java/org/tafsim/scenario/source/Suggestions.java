package org.tafsim.scenario.source;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Finds the word that was perhaps meant. */
public final class Suggestions {

    private static final double ALIKE = 0.75;

    /** Longer ones are no words, and comparing them takes long. */
    private static final int LONGEST_WORD = 100;

    private Suggestions() {}

    /** The known word most like this one; the first of several; empty where none is much like it. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        String lower = word.toLowerCase(Locale.ROOT);
        Optional<String> best = Optional.empty();
        if (word.length() > LONGEST_WORD) {
            return best;
        }
        double most = ALIKE;
        for (String candidate : known) {
            double likeness = similarity.apply(lower, candidate.toLowerCase(Locale.ROOT));
            if (likeness > most) {
                most = likeness;
                best = Optional.of(candidate);
            }
        }
        return best;
    }

    /** As {@link #nearest}, as a question: {@code Maybe 'tier'?}. */
    public static Optional<String> maybe(String word, Collection<String> known) {
        return nearest(word, known).map(best -> "Maybe '%s'?".formatted(best));
    }
}
