package org.tafsim.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.experiment.Better;
import org.tafsim.report.table.RowSpec.Scale;
import org.tafsim.stats.ConfidenceInterval;

class CellTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COUNT   | 72431     | 0      | 72,431    |",
                "COUNT   | 1234567.5 | 12.25  | 1,234,568 | ±12",
                "COUNT   | 12.4      | 3.2    | 12.4      | ±3.2",
                "MILLIS  | 182.04    | 2.4    | 182       | ±2",
                "MILLIS  | 182.04    | 0.31   | 182.0     | ±0.3",
                "MILLIS  | 54.13     | 0.31   | 54.1      | ±0.3",
                "MILLIS  | 8.304     | 0.07   | 8.30      | ±0.07",
                "MILLIS  | 8.304     | 0.0001 | 8.30      | ±0.00",
                "MILLIS  | 4122.4    | 1234.5 | 4,122     | ±1,234",
                "PERCENT | 0.9200    | 0.012  | 92.0      | ±1.2",
                "PERCENT | 0.0003    | 0      | 0.03      |",
                "PERCENT | 0.9999    | 0.0004 | 99.99     | ±0.04",
                "PERCENT | 1         | 0      | 100.0     |"
            })
    void numbersHaveAboutThreeDigits(Scale scale, double mean, double halfWidth, String text, String spread) {
        ConfidenceInterval interval = new ConfidenceInterval(mean, halfWidth, 5);

        Cell cell = Cell.of(interval, scale, Cell.decimals(interval, scale));

        assertThat(cell).isEqualTo(new Cell(text, spread == null ? "" : spread, false));
    }

    @Test
    void unknownSpreadIsLeftOut() {
        ConfidenceInterval interval = new ConfidenceInterval(54.1, Double.POSITIVE_INFINITY, 1);

        Cell cell = Cell.of(interval, Scale.MILLIS, Cell.decimals(interval, Scale.MILLIS));

        assertThat(cell).isEqualTo(new Cell("54.1", "", false));
    }

    @Test
    void bestAreThoseThatTheReplicationsDoNotTellApart() {
        assertThat(marks(Better.LOWER, interval(10, 1), interval(11.5, 1), interval(20, 1)))
                .containsExactly(true, true, false);
        assertThat(marks(Better.HIGHER, interval(10, 1), interval(11.5, 1), interval(20, 1)))
                .containsExactly(false, false, true);
        assertThat(marks(Better.NEITHER, interval(10, 1), interval(20, 1))).containsExactly(false, false);
        assertThat(marks(Better.LOWER, interval(10, 1), interval(11, 1))).containsExactly(false, false);
    }

    @Test
    void withoutIntervalsOnlyEqualValuesAreEquallyGood() {
        double none = Double.POSITIVE_INFINITY;

        assertThat(marks(Better.LOWER, interval(10, none), interval(10.1, none), interval(10, none)))
                .containsExactly(true, false, true);
    }

    private static List<Boolean> marks(Better better, ConfidenceInterval... intervals) {
        List<Optional<ConfidenceInterval>> row =
                List.of(intervals).stream().map(Optional::of).toList();
        List<Cell> cells =
                row.stream().map(interval -> new Cell("x", "", false)).toList();
        return BestOf.mark(cells, row, better).stream().map(Cell::hasStar).toList();
    }

    private static ConfidenceInterval interval(double mean, double halfWidth) {
        return new ConfidenceInterval(mean, halfWidth, 5);
    }
}
