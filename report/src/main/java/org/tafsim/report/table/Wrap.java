package org.tafsim.report.table;

import java.util.ArrayList;
import java.util.List;

/** Text in lines. */
final class Wrap {

    private Wrap() {}

    /** Breaks at blanks; a word wider than the line stays whole. */
    static List<String> lines(String text, int width) {
        return pack(text.split("(?<= )", -1), width);
    }

    /** Breaks names behind dashes, dots, underscores and blanks, and anywhere where there is none. */
    static List<String> name(String name, int width) {
        List<String> pieces = new ArrayList<>();
        for (String piece : name.split("(?<=[-_. ])", -1)) {
            for (int from = 0; from < piece.length(); from += width) {
                pieces.add(piece.substring(from, Math.min(piece.length(), from + width)));
            }
        }
        return pack(pieces.toArray(String[]::new), width);
    }

    private static List<String> pack(String[] pieces, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : pieces) {
            if (!line.isEmpty() && length(line) + length(piece.stripTrailing()) > width) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(piece);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    static int length(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }

    static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - length(text)));
    }

    static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - length(text))) + text;
    }
}
