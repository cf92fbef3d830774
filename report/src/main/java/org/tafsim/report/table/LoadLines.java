package org.tafsim.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.Decimals;

/** What a run's means do not tell: how the load went over time, as a sparkline for each policy. */
public final class LoadLines {

    private static final int WIDEST_NAME = 30;
    private static final int WIDEST_CURVE = 50;
    private static final int PERCENT = 100;
    private static final int SMALL = 10;
    private static final String GAP = "  ";
    private static final String LEAST = "least";
    private static final String MOST = "most";

    private final LoadCurves curves;
    private final int replications;
    private final Sparkline style;

    /**
     * Lines for these runs.
     *
     * @param results of all policies and replications
     */
    public LoadLines(List<RunResult> results, Sparkline style) {
        curves = new LoadCurves(results);
        replications =
                (int) results.stream().map(RunResult::replication).distinct().count();
        this.style = style;
    }

    private record Row(
            List<String> name, List<Double> values, double full, String leastText, String mostText, String tier) {}

    private record Group(String heading, List<Row> rows) {}

    /** Widths of the columns. */
    private record Widths(int name, int curve, int least, int most) {

        static Widths of(List<Group> groups) {
            int name = widest(
                    groups,
                    row -> row.name().stream().mapToInt(Wrap::length).max().orElse(0));
            int least = Math.max(
                    LEAST.length(), widest(groups, row -> row.leastText().length()));
            int most =
                    Math.max(MOST.length(), widest(groups, row -> row.mostText().length()));
            int tier = widest(groups, row -> Wrap.length(row.tier()));
            int room = RunTable.WIDTH - name - least - most - tier - 5 * GAP.length();
            int heading = groups.get(0).heading().length() - 2 * GAP.length() - name; // stands above curves, too
            int drawn = Math.max(heading, widest(groups, row -> row.values().size()));
            int curve = Math.min(Math.min(WIDEST_CURVE, room), drawn);
            return new Widths(name, curve, least, most);
        }

        String heading(String text) {
            return Wrap.left(text, GAP.length() + name + GAP.length() + curve)
                    + GAP
                    + Wrap.right(LEAST, least)
                    + GAP
                    + Wrap.right(MOST, most);
        }

        List<String> lines(Row row, Sparkline style) {
            List<String> lines = new ArrayList<>();
            String first = String.join(
                    GAP,
                    "",
                    Wrap.left(row.name().get(0), name),
                    Wrap.left(style.of(row.values(), row.full(), curve), curve),
                    Wrap.right(row.leastText(), least),
                    Wrap.right(row.mostText(), most),
                    row.tier());
            lines.add(first.stripTrailing());
            row.name().stream().skip(1).forEach(rest -> lines.add(GAP + rest));
            return lines;
        }
    }

    /**
     * Lines without line feeds, none wider than {@link RunTable#WIDTH}; none at all where there are no series.
     *
     * @param isStyled whether to use bold and dim text (ANSI escapes)
     */
    public List<String> lines(boolean isStyled) {
        if (curves.endNanos() == 0) {
            return List.of();
        }
        Ink ink = isStyled ? Ink.ANSI : Ink.PLAIN;
        List<Group> groups = List.of(
                group("Requests in flight", curves.inFlight(), 0, 1, ""),
                group("Accelerators busy, in the tier that is most", curves.busiestTier(), 1, PERCENT, " %"));
        Widths widths = Widths.of(groups);
        List<String> lines = new ArrayList<>();
        for (Group group : groups) {
            lines.add(ink.strong(lines.isEmpty() ? widths.heading(group.heading()) : group.heading()));
            group.rows().forEach(row -> lines.addAll(widths.lines(row, style)));
        }
        String span = "From 0 to %s s%s. Each group has one scale, which begins at 0."
                .formatted(
                        Decimals.fixed(curves.endNanos() / 1e9, 0),
                        replications > 1 ? ", means of %d replications".formatted(replications) : "");
        Wrap.lines(span, RunTable.WIDTH).forEach(line -> lines.add(ink.faint(line)));
        return List.copyOf(lines);
    }

    /**
     * Curves under a heading, on one scale.
     *
     * @param full the most of the scale; 0 for the most of all curves
     */
    private static Group group(String heading, List<LoadCurves.Curve> curves, double full, int factor, String unit) {
        double most = full > 0
                ? full
                : curves.stream().mapToDouble(LoadCurves.Curve::most).max().orElse(0);
        return new Group(
                heading,
                curves.stream()
                        .map(curve -> new Row(
                                Wrap.name(curve.policy(), WIDEST_NAME),
                                curve.values(),
                                most,
                                text(curve.least() * factor, most * factor, unit),
                                text(curve.most() * factor, most * factor, unit),
                                tier(curve.entity())))
                        .toList());
    }

    /** A number with a decimal where those of its group are small. */
    private static String text(double value, double most, String unit) {
        return Decimals.fixed(value, most < SMALL ? 1 : 0) + unit;
    }

    /** {@code tier:far-edge} as people say it. */
    private static String tier(String entity) {
        return entity.replaceFirst("^tier:", "").replace('-', ' ');
    }

    private static int widest(List<Group> groups, Function<Row, Integer> width) {
        return groups.stream()
                .flatMap(group -> group.rows().stream())
                .mapToInt(width::apply)
                .max()
                .orElse(0);
    }
}
