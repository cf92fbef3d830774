package org.tafsim.report.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tafsim.experiment.plan.Setting;
import org.tafsim.report.table.Labels;

/**
 * What {@code points.csv} says.
 *
 * @param paths that vary
 * @param lines a name and the values, by point
 */
record SweepPoints(List<String> paths, List<Line> lines) {

    static final String FILE = "points.csv";

    private static final Pattern AMOUNT =
            Pattern.compile("([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d{1,2})?)\\s*(\\D.*)?");

    /** Columns before the paths. */
    private static final String NUMBER = "point";

    private static final String NAME = "name";

    /** A point. */
    record Line(int number, String name, List<String> values) {}

    private record Amount(BigDecimal value, String unit) {}

    static SweepPoints read(FolderFiles files) {
        List<String> paths = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        files.rows(FILE, List.of(NUMBER), "the points of the sweep are left out", row -> {
            boolean hasNames = row.getFieldCount() > 1 && row.getHeader().get(1).equals(NAME);
            int first = hasNames ? 2 : 1;
            if (paths.isEmpty()) {
                paths.addAll(row.getHeader().subList(first, row.getHeader().size()));
            }
            lines.add(new Line(
                    Integer.parseInt(row.getField(0)),
                    hasNames ? row.getField(1) : "",
                    row.getFields().subList(first, row.getFieldCount())));
        });
        return new SweepPoints(paths, lines);
    }

    List<SweepData.Axis> axes() {
        List<SweepData.Axis> axes = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            Optional<String> unit = unit(i);
            axes.add(new SweepData.Axis(paths.get(i), Labels.lastOf(paths.get(i)), unit.orElse(""), unit.isPresent()));
        }
        return axes;
    }

    /** The unit of all values of an axis; empty where some is no number, or they have several. */
    private Optional<String> unit(int axis) {
        List<String> units = new ArrayList<>();
        for (Line line : lines) {
            String text = line.values().get(axis);
            if (!text.isEmpty()) {
                Optional<Amount> amount = amount(text);
                if (amount.isEmpty()) {
                    return Optional.empty();
                }
                units.add(amount.get().unit());
            }
        }
        return units.stream().distinct().count() == 1 ? Optional.of(units.get(0)) : Optional.empty();
    }

    List<SweepData.Point> points() {
        List<SweepData.Axis> axes = axes();
        List<SweepData.Point> points = new ArrayList<>();
        for (Line line : lines) {
            List<@Nullable BigDecimal> numbers = new ArrayList<>();
            for (int i = 0; i < axes.size(); i++) {
                numbers.add(
                        axes.get(i).numeric()
                                ? amount(line.values().get(i))
                                        .map(Amount::value)
                                        .orElse(null)
                                : null);
            }
            points.add(new SweepData.Point(
                    line.number(),
                    line.name(),
                    line.values(),
                    numbers,
                    "tafsim run points/%d/scenario.resolved.yaml".formatted(line.number())));
        }
        return points;
    }

    private static Optional<Amount> amount(String text) {
        Matcher matcher = AMOUNT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String unit = Optional.ofNullable(matcher.group(2)).orElse("").strip();
        return Optional.of(new Amount(Numbers.of(matcher.group(1)), unit));
    }

    /** A point for tables. */
    org.tafsim.experiment.plan.Point point(Line line) {
        List<Setting> settings = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            if (!line.values().get(i).isEmpty()) {
                settings.add(Setting.of(paths.get(i), line.values().get(i)));
            }
        }
        Optional<String> name = Optional.of(line.name()).filter(text -> !text.isEmpty());
        return new org.tafsim.experiment.plan.Point(line.number(), name, settings);
    }
}
