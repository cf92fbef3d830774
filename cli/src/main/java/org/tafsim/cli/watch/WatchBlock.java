package org.tafsim.cli.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tafsim.cli.console.Terminal;
import org.tafsim.report.table.Columns;
import org.tafsim.report.table.Sparkline;

/**
 * Lines that show runs as they stand: a bar, then a line for each policy with what its replications gave so far, and the
 * requests in flight in the one under way.
 *
 * @param size of the terminal; no line fills its last column, nor the lines its last row
 * @param style of curves and of the bar
 */
record WatchBlock(Terminal.Size size, Sparkline style) {

    private static final int WIDEST = 100;
    private static final int WIDEST_BAR = 30;
    private static final int NARROWEST_NAME = 10;
    private static final int NARROWEST_CURVE = 8;
    private static final int NARROWEST_NOW = 5;
    private static final List<Integer> NARROWEST = List.of(11, 13, 11);
    private static final String GAP = "  ";

    /**
     * Draws.
     *
     * @param seconds since the runs began
     */
    List<String> lines(WatchedRuns.Snapshot snapshot, double seconds) {
        List<String> lines = new ArrayList<>();
        lines.add(cut(
                "%s %s: %d of %d runs in %s%s"
                        .formatted(
                                bar(snapshot.share()),
                                snapshot.scenario(),
                                snapshot.done(),
                                snapshot.total(),
                                WatchFigures.time(seconds),
                                WatchFigures.left(seconds, snapshot.share())),
                width()));
        int room = Math.max(1, size.rows() - 4);
        List<WatchedRuns.Look> shown =
                snapshot.policies().size() <= room ? snapshot.policies() : busiest(snapshot, room);
        lines.addAll(table(snapshot, shown));
        int hidden = snapshot.policies().size() - shown.size();
        if (hidden > 0) {
            lines.add("  and %d more policies".formatted(hidden));
        }
        return List.copyOf(lines);
    }

    private int width() {
        return Math.min(size.columns() - 1, WIDEST);
    }

    /** Policies under way first, then those to come, as many as fit; in their order. */
    private static List<WatchedRuns.Look> busiest(WatchedRuns.Snapshot snapshot, int room) {
        List<WatchedRuns.Look> unfinished = snapshot.policies().stream()
                .filter(policy -> policy.done().size() < snapshot.replications())
                .limit(room)
                .toList();
        return unfinished.isEmpty() ? snapshot.policies().stream().limit(room).toList() : unfinished;
    }

    private String bar(double share) {
        int width = Math.min(WIDEST_BAR, Math.max(0, width() / 4));
        int full = (int) (share * width);
        boolean isAscii = style == Sparkline.ASCII;
        return (isAscii ? "#" : "█").repeat(full) + (isAscii ? "." : "░").repeat(width - full);
    }

    private List<String> table(WatchedRuns.Snapshot snapshot, List<WatchedRuns.Look> shown) {
        List<List<String>> figures = shown.stream()
                .map(look -> figures(look, snapshot.replications()))
                .toList();
        List<String> headings = new ArrayList<>(List.of("runs"));
        WatchFigures.SHOWN.forEach(metric -> headings.add(metric.heading()));
        int[] widths = widths(headings, figures);
        int fixed = IntStream.of(widths).sum() + GAP.length() * widths.length;
        int longest =
                shown.stream().mapToInt(look -> Columns.of(look.policy())).max().orElse(0);
        int curveRoom = NARROWEST_CURVE + NARROWEST_NOW + 2 * GAP.length();
        int name = Math.max(NARROWEST_NAME, Math.min(longest, width() - fixed - curveRoom));
        int curve = width() - name - fixed - NARROWEST_NOW - 2 * GAP.length();
        double most = snapshot.policies().stream()
                .flatMap(look -> look.inFlight().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        lines.add(cut(row("", name, headings, widths) + GAP + "in flight", width()));
        for (int i = 0; i < shown.size(); i++) {
            String line = row(shown.get(i).policy(), name, figures.get(i), widths);
            lines.add(cut((line + GAP + curve(shown.get(i).inFlight(), most, curve)).stripTrailing(), width()));
        }
        return lines;
    }

    private static List<String> figures(WatchedRuns.Look look, int replications) {
        List<String> figures = new ArrayList<>(List.of(look.done().size() + "/" + replications));
        WatchFigures.SHOWN.forEach(metric -> figures.add(WatchFigures.interval(look.done(), metric)));
        return figures;
    }

    private static int[] widths(List<String> headings, List<List<String>> figures) {
        return IntStream.range(0, headings.size())
                .map(column -> Math.max(
                        Math.max(
                                headings.get(column).length(),
                                column == 0 ? 0 : NARROWEST.get(column - 1)), // else columns would move with each run
                        figures.stream()
                                .mapToInt(row -> Columns.of(row.get(column)))
                                .max()
                                .orElse(0)))
                .toArray();
    }

    private String row(String policy, int name, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder(cut(policy, name));
        line.append(" ".repeat(name - Columns.of(line)));
        for (int i = 0; i < widths.length; i++) {
            line.append(GAP)
                    .append(" ".repeat(widths[i] - Columns.of(cells.get(i))))
                    .append(cells.get(i));
        }
        return line.toString();
    }

    /** The curve, and its last value. */
    private String curve(List<Double> inFlight, double most, int width) {
        if (inFlight.isEmpty() || width < 1) {
            return "";
        }
        String row = style.of(inFlight, most, width);
        return row + " ".repeat(width - row.length()) + GAP + WatchFigures.number(inFlight.get(inFlight.size() - 1), 0);
    }

    /** A text that is no wider; what is cut off is told by a mark. */
    private String cut(String text, int width) {
        if (Columns.of(text) <= width) {
            return text;
        }
        String mark = style == Sparkline.ASCII ? "~" : "…";
        int end = text.length();
        while (end > 0 && Columns.of(text.substring(0, end)) + 1 > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + mark;
    }
}
