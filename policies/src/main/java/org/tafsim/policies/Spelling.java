package org.tafsim.policies;

import java.util.Collection;
import java.util.Locale;

/** Guesses what a misspelled word was meant to be. */
public final class Spelling {

    private Spelling() {}

    /** {@code " Maybe 'penalty'?"} where a known word is near, nothing otherwise; of equals the first. */
    public static String maybe(String word, Collection<String> known) {
        String nearest = "";
        int least = 1 + Math.max(1, word.length() / 3); // a third of the letters may be wrong
        for (String candidate : known) {
            int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest.isEmpty() ? "" : " Maybe '%s'?".formatted(nearest);
    }

    /** Letters to insert, delete or replace (Levenshtein). */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
