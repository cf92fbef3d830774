package org.tafsim.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tafsim.experiment.Better;
import org.tafsim.report.table.Cell;
import org.tafsim.stats.ConfidenceInterval;

/** Sentences of what is to be seen, for those who cannot see it. */
final class Finding {

    private Finding() {}

    /** A value of somebody. */
    record Value(String owner, ConfidenceInterval interval) {}

    /**
     * Who is best and who is worst.
     *
     * @param metric by whose sense values are good
     * @param factor from its unit to the one that is said
     */
    static String extremes(String label, String metric, double factor, String unit, List<Value> values) {
        if (values.isEmpty()) {
            return "";
        }
        List<Value> sorted = new ArrayList<>(values);
        sorted.sort(Comparator.comparingDouble(value -> Better.of(metric) == Better.HIGHER
                ? -value.interval().mean()
                : value.interval().mean()));
        String best = "Best %s: %s".formatted(label, text(sorted.get(0), factor, unit));
        return sorted.size() == 1
                ? best + "."
                : best + "; worst: " + text(sorted.get(sorted.size() - 1), factor, unit) + ".";
    }

    private static String text(Value value, double factor, String unit) {
        return value.owner() + ", " + text(value.interval(), factor, unit);
    }

    /** E.g. {@code 54.1 ±0.3 ms}. */
    static String text(ConfidenceInterval interval, double factor, String unit) {
        return text(Cell.ofAnySize(interval, factor, false), unit);
    }

    /** E.g. {@code +54.1 ±0.3 ms}. */
    static String difference(ConfidenceInterval interval, double factor, String unit) {
        return text(Cell.ofAnySize(interval, factor, true), unit);
    }

    private static String text(Cell cell, String unit) {
        return cell.mean() + (cell.halfWidth().isEmpty() ? " " : " " + cell.halfWidth() + " ") + unit;
    }
}
