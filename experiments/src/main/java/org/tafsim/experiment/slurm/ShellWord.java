package org.tafsim.experiment.slurm;

import java.util.List;
import java.util.stream.Collectors;

/** Words of a POSIX shell script that mean exactly themselves. */
final class ShellWord {

    private ShellWord() {}

    /** The text as one word, whatever blanks, quotes or dollar signs it holds. */
    static String quote(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A word of a shell script cannot hold the character NUL.");
        }
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** The words as a command line. */
    static String quoteAll(List<String> words) {
        return words.stream().map(ShellWord::quote).collect(Collectors.joining(" "));
    }
}
