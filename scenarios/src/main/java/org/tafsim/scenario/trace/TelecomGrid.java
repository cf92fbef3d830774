package org.tafsim.scenario.trace;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;

/**
 * Activity of the squares of a city, as Telecom Italia published it for Milan (G. Barlacchi et al., "A multi-source dataset of urban
 * life", Scientific Data 2, 2015): rows of square, start of the interval of 10 minutes (ms since 1970), country code, SMS in, SMS
 * out, calls in, calls out, internet; tab-separated, empty where there was none. Only sums are kept, however long the file.
 */
public final class TelecomGrid {

    /** Squares of a row and of a column of the grid, numbered by rows. */
    public static final int SIDE = 100;

    /** Side of a square (m). */
    public static final double SQUARE_METERS = 235;

    private static final long STEP_MILLIS = 600_000;
    private static final long LAST_MILLIS = 4_102_444_800_000L; // year 2100
    private static final int MOST_INTERVALS = 1_000_000;
    private static final int MOST_PROBLEMS = 20;
    private static final int HOURS = 24;
    private static final String COLUMNS =
            "4 to 8: square, time, country code, SMS in, SMS out, calls in, calls out, internet";

    /** Which activity is meant. */
    public enum Activity {
        SMS(3, 4),
        CALLS(5, 6),
        INTERNET(7, 7);

        private final int first;
        private final int last;

        Activity(int first, int last) {
            this.first = first;
            this.last = last;
        }
    }

    private final Activity activity;
    private final double[] bySquare = new double[SIDE * SIDE];
    private final TreeMap<Long, Double> byInterval = new TreeMap<>();
    private long rows;

    private TelecomGrid(Activity activity) {
        this.activity = activity;
    }

    /** Reads a file, a line at a time; empty where something is wrong, which is noted. */
    public static Optional<TelecomGrid> read(Path file, Activity activity, Problems problems) {
        TelecomGrid grid = new TelecomGrid(activity);
        int before = problems.count();
        try {
            grid.readAll(file, problems);
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            problems.report(Place.of(file.toString()), "cannot be read: %s.".formatted(e.getMessage()));
        }
        if (problems.count() == before && grid.total() == 0) {
            problems.report(
                    Place.of(file.toString()),
                    "holds no activity of %s.".formatted(activity.name().toLowerCase(Locale.ROOT)));
        }
        return problems.count() > before ? Optional.empty() : Optional.of(grid);
    }

    private void readAll(Path file, Problems problems) throws IOException {
        int before = problems.count();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator('\t')
                .commentStrategy(CommentStrategy.NONE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(file)) {
            for (CsvRecord line : csv) {
                try {
                    add(new Row(line.getFields()));
                } catch (BadLine bad) {
                    int number = (int) Math.min(Integer.MAX_VALUE, line.getStartingLineNumber());
                    problems.report(
                            new Place(file.toString(), number, bad.column(), ""), String.valueOf(bad.getMessage()));
                    if (problems.count() - before >= MOST_PROBLEMS) {
                        return;
                    }
                }
            }
        }
    }

    private void add(Row row) throws BadLine {
        row.requireSize(4, 8, COLUMNS);
        int square = (int) row.whole(0, "a square", 1, SIDE * SIDE);
        long millis = row.whole(1, "a time in ms since 1970", 0, LAST_MILLIS);
        if (millis % STEP_MILLIS != 0) {
            throw row.wrong(
                    1,
                    "\"%s\" is not the start of an interval; expected a multiple of 600000 ms.".formatted(row.text(1)));
        }
        row.whole(2, "a country code", 0, 100_000_000);
        double sum = 0;
        for (int field = 3; field < row.fields().size(); field++) {
            double value = row.text(field).isEmpty() ? 0 : row.number(field, "an activity");
            sum += field >= activity.first && field <= activity.last ? value : 0;
        }
        rows++;
        bySquare[square - 1] += sum;
        byInterval.merge(millis, sum, Double::sum);
        if (byInterval.size() > MOST_INTERVALS) {
            throw row.wrong(1, "is of more than %d intervals.".formatted(MOST_INTERVALS));
        }
    }

    /** Lines of the file. */
    public long rows() {
        return rows;
    }

    /** Activity of all squares and intervals, in the operator's unit. */
    public double total() {
        return Arrays.stream(bySquare).sum();
    }

    /** Squares with activity. */
    public int activeSquares() {
        return (int) Arrays.stream(bySquare).filter(value -> value > 0).count();
    }

    /** Number of intervals of 10 minutes in the file. */
    public int intervals() {
        return byInterval.size();
    }

    /** Start of the first interval (ms since 1970). */
    public long firstMillis() {
        return byInterval.firstKey();
    }

    /** From the start of the first interval to the end of the last (s). */
    public double spanSeconds() {
        return (byInterval.lastKey() - byInterval.firstKey() + STEP_MILLIS) / 1000.0;
    }

    /** Activity of the busiest interval over that of the mean one. */
    public double peakToMean() {
        double most = byInterval.values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        return most * byInterval.size() / total();
    }

    /** Share of the activity that the busiest tenth of all squares has. */
    public double topTenthShare() {
        double[] sorted = bySquare.clone();
        Arrays.sort(sorted);
        return Arrays.stream(sorted, sorted.length - sorted.length / 10, sorted.length)
                        .sum()
                / total();
    }

    /**
     * Mean activity in each hour of the day over that of all hours: 24 factors of mean 1; empty where some hour was never seen.
     *
     * @param zone whose clock the hours are of
     */
    public Optional<List<Double>> hours(ZoneId zone) {
        double[] sums = new double[HOURS];
        int[] counts = new int[HOURS];
        byInterval.forEach((millis, sum) -> {
            int hour = Instant.ofEpochMilli(millis).atZone(zone).getHour();
            sums[hour] += sum;
            counts[hour]++;
        });
        double mean = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            if (counts[hour] == 0) {
                return Optional.empty();
            }
            sums[hour] /= counts[hour];
            mean += sums[hour] / HOURS;
        }
        double scale = mean;
        return Optional.of(Arrays.stream(sums).mapToObj(sum -> sum / scale).toList());
    }

    /**
     * A square of squares.
     *
     * @param row from the south, from 0
     * @param column from the west, from 0
     * @param activity of its squares
     */
    public record Block(int row, int column, double activity) {}

    /**
     * The grid in blocks of so many squares a side; those without activity are left out.
     *
     * @param side divides 100
     */
    public List<Block> blocks(int side) {
        if (side < 1 || SIDE % side != 0) {
            throw new IllegalArgumentException("Blocks of %d squares a side do not divide 100.".formatted(side));
        }
        int across = SIDE / side;
        double[] sums = new double[across * across];
        for (int square = 0; square < bySquare.length; square++) {
            sums[square / SIDE / side * across + square % SIDE / side] += bySquare[square];
        }
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < sums.length; i++) {
            if (sums[i] > 0) {
                blocks.add(new Block(i / across, i % across, sums[i]));
            }
        }
        return blocks;
    }
}
