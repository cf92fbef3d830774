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
            pieces.addAll(chopped(piece, width));
        }
        return pack(pieces.toArray(String[]::new), width);
    }

    /** Pieces no wider than the width, characters whole. */
    private static List<String> chopped(String piece, int width) {
        List<String> chopped = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        piece.codePoints().forEach(character -> {
            String next = Character.toString(character);
            if (!part.isEmpty() && length(part) + length(next) > width) {
                chopped.add(part.toString());
                part.setLength(0);
            }
            part.append(next);
        });
        chopped.add(part.toString());
        return chopped;
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
        return Columns.of(text);
    }

    static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - length(text)));
    }

    static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - length(text))) + text;
    }
}
