package org.tafsim.scenario.source;

import java.util.Comparator;
import java.util.Optional;

/**
 * One thing that is wrong with a file, in the user's words.
 *
 * @param file as the user named it, or what else it came from, e.g. {@code --set run.duration}
 * @param line from 1; 0 where the problem has no line
 * @param column from 1; 0 where it has none
 * @param path of keys down to it, e.g. {@code sites[3].uplink}; may be empty
 * @param message value, what was expected
 * @param hint what was perhaps meant, e.g. {@code Maybe "10 Gbit/s"?}
 */
public record Problem(String file, int line, int column, String path, String message, Optional<String> hint)
        implements Comparable<Problem> {

    private static final int LONGEST = 500;

    private static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(Problem::file).thenComparing(Problem::line).thenComparing(Problem::column);

    static Problem at(Place place, String message, Optional<String> hint) {
        return new Problem(place.file(), place.line(), place.column(), place.path(), message, hint);
    }

    /** Problems of a file in the order of its lines. */
    @Override
    public int compareTo(Problem other) {
        return BY_PLACE.compare(this, other);
    }

    /** One line: {@code file:line:column: path: message hint}. */
    @Override
    public String toString() {
        String position = column > 0 ? ":" + line + ":" + column : line > 0 ? ":" + line : "";
        boolean isNamed = path.isEmpty() || file.endsWith(" " + path); // as --set run.duration
        String owner = isNamed ? "" : path + ": ";
        return oneLine(file + position + ": " + owner + message
                + hint.map(text -> " " + text).orElse(""));
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
