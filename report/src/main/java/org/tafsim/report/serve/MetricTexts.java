package org.tafsim.report.serve;

import java.util.List;
import java.util.Optional;
import org.tafsim.report.table.Cell;
import org.tafsim.report.table.RowSpec.Scale;
import org.tafsim.stats.ConfidenceInterval;

/** Numbers of any metric for people, written as the run table writes them: {@code 512 ±12}, shares in percent. */
final class MetricTexts {

    private MetricTexts() {}

    /** The unit that the texts are in, of the unit that result files have. */
    static String unit(String unit) {
        return switch (unit) {
            case "fraction" -> Scale.PERCENT.unit();
            case "count" -> Scale.COUNT.unit();
            default -> unit;
        };
    }

    /**
     * One metric in several places of a row; percentages of a row have the same decimals.
     *
     * @param unit as result files have it
     * @param intervals empty where there is no value, whose text is a dash
     */
    static List<String> of(String unit, List<Optional<ConfidenceInterval>> intervals) {
        int percentDecimals = intervals.stream()
                .flatMap(Optional::stream)
                .mapToInt(interval -> Cell.decimals(interval, Scale.PERCENT))
                .max()
                .orElse(0);
        return intervals.stream()
                .map(found -> found.map(interval -> cell(unit, interval, percentDecimals))
                        .orElse(Cell.MISSING))
                .map(cell -> cell.halfWidth().isEmpty() ? cell.mean() : cell.mean() + " " + cell.halfWidth())
                .toList();
    }

    private static Cell cell(String unit, ConfidenceInterval interval, int percentDecimals) {
        return switch (unit) {
            case "fraction" -> Cell.of(interval, Scale.PERCENT, percentDecimals);
            case "count" -> Cell.of(interval, Scale.COUNT, Cell.decimals(interval, Scale.COUNT));
            case "ms" -> Cell.of(interval, Scale.MILLIS, Cell.decimals(interval, Scale.MILLIS));
            default -> Cell.ofAnySize(interval, 1, false);
        };
    }
}
