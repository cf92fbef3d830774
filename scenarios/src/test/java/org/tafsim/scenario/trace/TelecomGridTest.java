package org.tafsim.scenario.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafsim.scenario.source.Problem;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.trace.TelecomGrid.Activity;

class TelecomGridTest {

    private static final Path FIXTURE = Path.of("src", "test", "resources", "traces", "telecom-grid.tsv");
    private static final long MIDNIGHT_MILLIS = 1_383_264_000_000L; // 1 November 2013, UTC

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path folder;

    private final Problems problems = new Problems();

    @Test
    void activitiesAreAddedUpOverCountriesAndDirections() {
        TelecomGrid internet = read(FIXTURE, Activity.INTERNET);
        TelecomGrid calls = read(FIXTURE, Activity.CALLS);

        assertThat(internet.rows()).isEqualTo(10);
        assertThat(internet.intervals()).isEqualTo(5);
        assertThat(internet.activeSquares()).isEqualTo(7);
        assertThat(internet.total()).isCloseTo(11.03 + 11.1 + 5.5 + 1 + 2 + 100 + 60 + 7, within(1e-9));
        assertThat(calls.total()).isCloseTo(0.16 + 0.05 + 0.75 + 4 + 0.5, within(1e-9));
        assertThat(internet.hours(ZoneOffset.UTC)).isEmpty();
    }

    /** Squares are numbered by rows from the south: 1 to 100 lie in the first, 101 begins the second. */
    @Test
    void squaresAreJoinedToBlocks() {
        TelecomGrid grid = read(FIXTURE, Activity.INTERNET);

        assertThat(grid.blocks(10)).hasSize(5);
        assertThat(grid.blocks(10).get(0).activity()).isCloseTo(11.03 + 11.1 + 5.5 + 2, within(1e-9)); // 1, 2 and 101
        assertThat(grid.blocks(10).get(1)).isEqualTo(new TelecomGrid.Block(0, 9, 1));
        assertThat(grid.blocks(50))
                .extracting(TelecomGrid.Block::row, TelecomGrid.Block::column)
                .contains(tuple(1, 1));
        assertThat(grid.blocks(1)).hasSize(7);
    }

    /** A day whose hour h has activity h + 1 in every interval: factor (h + 1) / 12.5. */
    @Test
    void hoursAreThoseOfTheZonesClock() throws IOException {
        Path file = folder.resolve("grid.tsv");
        try (Writer writer = Files.newBufferedWriter(file)) {
            for (int step = 0; step < 144; step++) {
                for (int square = 1; square <= 3; square++) {
                    writer.write("%d\t%d\t39\t\t\t\t\t%d\n"
                            .formatted(square, MIDNIGHT_MILLIS + step * 600_000L, step / 6 + 1));
                }
            }
        }

        TelecomGrid grid = read(file, Activity.INTERNET);
        List<Double> utc = grid.hours(ZoneOffset.UTC).orElseThrow();
        List<Double> rome = grid.hours(ZoneId.of("Europe/Rome")).orElseThrow();

        assertThat(IntStream.range(0, 24).allMatch(hour -> Math.abs(utc.get(hour) - (hour + 1) / 12.5) < 1e-12))
                .isTrue();
        assertThat(rome.get(1)).isCloseTo(utc.get(0), within(1e-12)); // UTC + 1 in November
        assertThat(grid.peakToMean()).isCloseTo(24 / 12.5, within(1e-12));
        assertThat(grid.spanSeconds()).isEqualTo(86_400);
        assertThat(grid.topTenthShare()).isCloseTo(1, within(1e-12));
    }

    @Test
    void everyBadRowIsToldWithItsColumn() throws IOException {
        Path file = Files.writeString(folder.resolve("grid.tsv"), """
                1\t1383260400000\t39\t\t\t\t\t1
                0\t1383260400000\t39\t\t\t\t\t1
                10001\t1383260400000\t39\t\t\t\t\t1
                1\t1383260400001\t39\t\t\t\t\t1
                1\tnoon\t39\t\t\t\t\t1
                1\t1383260400000\tIT\t\t\t\t\t1
                1\t1383260400000\t39\t\t\t-1\t\t1
                1\t1383260400000
                1\t1383260400000\t39\t\t\t\t\t1\t2
                """);

        assertThat(TelecomGrid.read(file, Activity.INTERNET, problems)).isEmpty();
        assertThat(problems.list().stream().map(Problem::toString))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(file + ":2:1: \"0\" is not a square; expected a whole"),
                        line -> assertThat(line).startsWith(file + ":3:1: \"10001\" is not a square"),
                        line -> assertThat(line).startsWith(file + ":4:3: \"1383260400001\" is not the start of an"),
                        line -> assertThat(line).startsWith(file + ":5:3: \"noon\" is not a time in ms since 1970"),
                        line -> assertThat(line).startsWith(file + ":6:17: \"IT\" is not a country code"),
                        line -> assertThat(line).startsWith(file + ":7:22: \"-1\" is not an activity"),
                        line -> assertThat(line).startsWith(file + ":8: has 2 columns; expected 4 to 8"),
                        line -> assertThat(line).startsWith(file + ":9: has 9 columns; expected 4 to 8"));
    }

    @Test
    void aGridWithoutTheActivityIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("grid.tsv"), "1\t1383260400000\t39\t\t\t\t\t1\n");

        assertThat(TelecomGrid.read(file, Activity.SMS, problems)).isEmpty();
        assertThat(problems.list().toString()).contains("holds no activity of sms.");
    }

    private TelecomGrid read(Path file, Activity activity) {
        TelecomGrid grid = TelecomGrid.read(file, activity, problems).orElseThrow();
        assertThat(problems.list()).isEmpty();
        return grid;
    }
}
