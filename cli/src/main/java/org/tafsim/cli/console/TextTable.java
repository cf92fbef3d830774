package org.tafsim.cli.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tafsim.report.table.Columns;
import picocli.CommandLine.Help.Ansi;

/** Rows of text under headings, no wider than {@link #WIDTH}: the widest columns give way, and wrap. */
public final class TextTable {

    /** Widest line (columns). */
    public static final int WIDTH = 100;

    private static final int NARROWEST = 8;
    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    private TextTable(List<Column> columns) {
        this.columns = columns;
    }

    /** A column's heading, and on which side its text stands. */
    private record Column(String heading, boolean isNumber) {}

    /** A table with these headings; those that end in {@code #} head numbers, which stand on the right. */
    public static TextTable of(String... headings) {
        List<Column> columns = new ArrayList<>();
        for (String heading : headings) {
            boolean isNumber = heading.endsWith("#");
            columns.add(new Column(isNumber ? heading.substring(0, heading.length() - 1) : heading, isNumber));
        }
        return new TextTable(columns);
    }

    /** Adds a row with a text for each column. */
    public void add(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "The row has %d cells for %d columns.".formatted(cells.length, columns.size()));
        }
        rows.add(List.of(cells));
    }

    /** Prints headings and rows. */
    public void print(PrintWriter out, Ansi ansi) {
        int[] widths = widths();
        List<String> headings = columns.stream().map(Column::heading).toList();
        lines(headings, widths).forEach(line -> out.println(bold(line, ansi)));
        rows.forEach(row -> lines(row, widths).forEach(out::println));
    }

    private static String bold(String line, Ansi ansi) {
        return ansi.enabled() ? Ansi.Style.bold.on() + line + Ansi.Style.bold.off() : line;
    }

    private int[] widths() {
        int[] widths = new int[columns.size()];
        int[] least = new int[columns.size()];
        int sum = GAP.length() * (widths.length - 1);
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            int widest =
                    rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
            widths[i] = Math.max(length(columns.get(i).heading()), widest);
            least[i] = Math.max(NARROWEST, longestWord(column));
            sum += widths[i];
        }
        int tooMuch = giveWay(widths, least, sum - WIDTH);
        for (int i = 0; i < widths.length; i++) {
            least[i] = columns.get(i).isNumber() ? widths[i] : NARROWEST;
        }
        giveWay(widths, least, tooMuch);
        return widths;
    }

    /**
     * Makes the widest columns narrower, none than its least.
     *
     * @return by how much too little
     */
    private static int giveWay(int[] widths, int[] least, int tooMuch) {
        int left = tooMuch;
        while (left > 0) {
            int widest = widest(widths, least);
            if (widths[widest] <= least[widest]) {
                break;
            }
            widths[widest]--;
            left--;
        }
        return left;
    }

    /** Columns give way to it first; words are broken only where that is not enough. */
    private int longestWord(int column) {
        return rows.stream()
                .flatMap(row -> Stream.of(row.get(column).split(" ", -1)))
                .mapToInt(TextTable::length)
                .max()
                .orElse(0);
    }

    /** The widest column that can still give way; any where none can. */
    private static int widest(int[] widths, int[] least) {
        int widest = 0;
        for (int i = 1; i < widths.length; i++) {
            boolean isWider = widths[i] > widths[widest] || widths[widest] <= least[widest];
            widest = isWider && widths[i] > least[i] ? i : widest;
        }
        return widest;
    }

    private List<String> lines(List<String> cells, int[] widths) {
        List<List<String>> wrapped = new ArrayList<>();
        int height = 0;
        for (int i = 0; i < widths.length; i++) {
            wrapped.add(folded(cells.get(i), widths[i]));
            height = Math.max(height, wrapped.get(i).size());
        }
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = line < wrapped.get(i).size() ? wrapped.get(i).get(line) : "";
                text.append(i == 0 ? "" : GAP)
                        .append(aligned(cell, widths[i], columns.get(i).isNumber()));
            }
            lines.add(text.toString().stripTrailing());
        }
        return lines;
    }

    private static String aligned(String text, int width, boolean isRight) {
        String blanks = " ".repeat(Math.max(0, width - length(text)));
        return isRight ? blanks + text : text + blanks;
    }

    /** Lines no wider than a width; words wider than it are cut. */
    public static List<String> folded(String text, int width) {
        return wrapped(chopped(text, width), width);
    }

    /** A text whose words are no wider than a width: longer ones are cut, behind a dash, dot or underscore where one is near. */
    private static String chopped(String text, int width) {
        StringBuilder chopped = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            chopped.append(chopped.isEmpty() ? "" : " ");
            String rest = word;
            while (length(rest) > width) {
                int cut = cut(rest, width);
                chopped.append(rest, 0, cut).append(' ');
                rest = rest.substring(cut);
            }
            chopped.append(rest);
        }
        return chopped.toString();
    }

    /** Where to cut a word that is wider than a width: in the last third of what fits behind a mark, else as late as can be. */
    private static int cut(String word, int width) {
        int cut = 0;
        int next = word.offsetByCodePoints(0, 1);
        while (length(word.substring(0, next)) <= width) {
            cut = next;
            next = word.offsetByCodePoints(next, 1);
        }
        for (int i = cut; i > cut * 2 / 3; i--) {
            if ("-._/,:".indexOf(word.charAt(i - 1)) >= 0) {
                return i;
            }
        }
        return Math.max(cut, word.offsetByCodePoints(0, 1));
    }

    /** Lines no wider than a width; words wider than it stay whole. */
    public static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && length(line) + 1 + length(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static int length(CharSequence text) {
        return Columns.of(text);
    }
}
