package org.tafsim.report.figure;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jfree.chart.axis.ValueAxis;
import org.tafsim.experiment.plan.Experiment;
import org.tafsim.experiment.sweep.PointSummary;
import org.tafsim.report.table.Labels;

/**
 * The one number that varies in a sweep.
 *
 * @param label of the axis, with the unit
 */
record LoadAxis(String label) {

    private static final Pattern NUMBER = Pattern.compile("([-+]?[0-9.]+(?:[eE][-+]?\\d+)?)\\s*(.*)");

    /** None where not exactly one number varies, all in one unit. */
    static Optional<LoadAxis> of(Experiment experiment, List<PointSummary> points) {
        if (experiment.paths().size() != 1
                || points.size() < 2
                || points.stream().anyMatch(point -> value(point).isEmpty())) {
            return Optional.empty();
        }
        List<String> units = points.stream()
                .map(point -> value(point).orElseThrow().group(2))
                .distinct()
                .toList();
        String name = Labels.lastOf(experiment.paths().get(0));
        return units.size() == 1
                ? Optional.of(new LoadAxis(units.get(0).isEmpty() ? name : name + " (" + units.get(0) + ")"))
                : Optional.empty();
    }

    private static Optional<Matcher> value(PointSummary point) {
        return point.point().settings().stream()
                .findFirst()
                .map(setting -> NUMBER.matcher(setting.text()))
                .filter(Matcher::matches);
    }

    /** Where a point stands on it. */
    double at(PointSummary point) {
        return Double.parseDouble(value(point).orElseThrow().group(1));
    }

    /** Logarithmic where the values lie far apart. */
    ValueAxis axis(List<PointSummary> points) {
        double least = points.stream().mapToDouble(this::at).min().orElse(0);
        double most = points.stream().mapToDouble(this::at).max().orElse(1);
        return Axes.isWide(least, most)
                ? new LogarithmicAxis(label, least / 1.1, most * 1.1)
                : FigureStyle.numbers(label);
    }
}
