package org.tafsim.scenario.trace;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.model.ArrivalSpec.Renewal.Family;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;

/**
 * What one client of ServeGen (arXiv 2505.09999) did: rows of window start (s), rate (1/s), coefficient of variation of the gaps,
 * family that fits them best, its shape and scale; no heading. An idle window has rate 0 and no family.
 *
 * @param name of the file
 * @param windowSeconds length of each window
 * @param windows in order of time
 */
public record ServeGenWindows(String name, double windowSeconds, List<Window> windows) {

    private static final double USUAL_WINDOW_SECONDS = 600;
    private static final long LARGEST_BYTES = 64 << 20;
    private static final int MOST_PROBLEMS = 20;
    private static final double WHOLE = 1e-6;
    private static final String COLUMNS = "6: start, rate, CV, family, shape, scale";

    /**
     * A window.
     *
     * @param startSeconds since the client file's origin
     * @param requestsPerSecond mean rate
     * @param variation coefficient of variation of the gaps; 0 where there were too few
     * @param family that fits the gaps best; empty where there were too few
     */
    public record Window(double startSeconds, double requestsPerSecond, double variation, Optional<Family> family) {}

    /** Copies. */
    public ServeGenWindows {
        windows = List.copyOf(windows);
    }

    /** Reads a client's file; empty where something is wrong, which is noted. */
    public static Optional<ServeGenWindows> read(Path file, Problems problems) {
        List<Window> windows = new ArrayList<>();
        int before = problems.count();
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                problems.report(Place.of(file.toString()), "is larger than %d MiB.".formatted(LARGEST_BYTES >> 20));
                return Optional.empty();
            }
            readAll(file, windows, problems);
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            problems.report(Place.of(file.toString()), "cannot be read: %s.".formatted(e.getMessage()));
        }
        if (problems.count() == before && windows.stream().allMatch(window -> window.requestsPerSecond() == 0)) {
            problems.report(Place.of(file.toString()), "holds no window with requests.");
        }
        return problems.count() > before
                ? Optional.empty()
                : Optional.of(new ServeGenWindows(String.valueOf(file.getFileName()), step(windows), windows));
    }

    private static void readAll(Path file, List<Window> windows, Problems problems) throws IOException {
        int before = problems.count();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .commentStrategy(CommentStrategy.NONE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(file)) {
            for (CsvRecord line : csv) {
                try {
                    windows.add(following(new Row(line.getFields()), windows));
                } catch (BadLine bad) {
                    int number = Math.toIntExact(line.getStartingLineNumber());
                    problems.report(
                            new Place(file.toString(), number, bad.column(), ""), String.valueOf(bad.getMessage()));
                    if (problems.count() - before >= MOST_PROBLEMS) {
                        return;
                    }
                }
            }
        }
    }

    private static Window following(Row row, List<Window> windows) throws BadLine {
        row.requireSize(6, 6, COLUMNS);
        double start = row.number(0, "a window's start in seconds");
        if (!windows.isEmpty()) {
            double last = windows.get(windows.size() - 1).startSeconds();
            double expected = last + (windows.size() > 1 ? step(windows) : 0);
            if (start <= last || (windows.size() > 1 && Math.abs(start - expected) > WHOLE)) {
                throw row.wrong(
                        0,
                        "\"%s\" does not follow the window before; expected windows of one length, in order of time."
                                .formatted(row.text(0)));
            }
        }
        double rate = row.number(1, "a rate in 1/s");
        double variation = row.number(2, "a coefficient of variation");
        Optional<Family> family = family(row);
        row.number(4, "a shape");
        row.number(5, "a scale");
        return new Window(start, rate, variation, family);
    }

    private static Optional<Family> family(Row row) throws BadLine {
        return switch (row.text(3)) {
            case "" -> Optional.empty();
            case "Gamma" -> Optional.of(Family.GAMMA);
            case "Weibull" -> Optional.of(Family.WEIBULL);
            default -> throw row.wrong(3, "\"%s\" is not a family; expected Gamma or Weibull.".formatted(row.text(3)));
        };
    }

    private static double step(List<Window> windows) {
        return windows.size() < 2
                ? USUAL_WINDOW_SECONDS
                : windows.get(1).startSeconds() - windows.get(0).startSeconds();
    }

    /** Mean rate over all windows (1/s). */
    public double meanRate() {
        return windows.stream().mapToDouble(Window::requestsPerSecond).average().orElse(0);
    }

    /** Mean coefficient of variation of the gaps, by rate. */
    public double meanVariation() {
        double weighted = windows.stream()
                .mapToDouble(window -> window.requestsPerSecond() * window.variation())
                .sum();
        return weighted / (meanRate() * windows.size());
    }

    /** The family of most requests; gamma where they are equal. */
    public Family usualFamily() {
        return requestsOf(Family.WEIBULL) > requestsOf(Family.GAMMA) ? Family.WEIBULL : Family.GAMMA;
    }

    private double requestsOf(Family family) {
        return windows.stream()
                .filter(window ->
                        window.family().filter(found -> found == family).isPresent())
                .mapToDouble(Window::requestsPerSecond)
                .sum();
    }
}
