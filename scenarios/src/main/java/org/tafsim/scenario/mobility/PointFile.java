package org.tafsim.scenario.mobility;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.PlainDecimal;
import org.tafsim.scenario.source.Problems;

/** Reads points of the plane from CSV with a heading: {@code x,y} of cells, {@code zone,x,y} of zones, in meters. */
final class PointFile {

    private static final int MOST_POINTS = 20_000;
    private static final int MOST_PROBLEMS = 20;
    private static final double MOST_METERS = 4.1e7;

    private final Path file;
    private final Problems problems;
    private final List<String> names = new ArrayList<>();
    private final List<Point> points = new ArrayList<>();

    private PointFile(Path file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Points; the name of each, or its number where they have none. */
    record Named(List<String> names, List<Point> points) {}

    static Optional<Named> read(Path file, boolean haveNames, Problems problems) {
        PointFile reader = new PointFile(file, problems);
        int before = problems.count();
        reader.read(haveNames);
        return problems.count() > before
                ? Optional.empty()
                : Optional.of(new Named(List.copyOf(reader.names), List.copyOf(reader.points)));
    }

    private void read(boolean haveNames) {
        Place at = Place.of(file.toString());
        if (!Files.isRegularFile(file)) {
            problems.report(at, Files.exists(file) ? "is not a file." : "does not exist.");
            return;
        }
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(file)) {
            int before = problems.count();
            for (NamedCsvRecord row : rows) {
                row(row, haveNames);
                if (problems.count() - before >= MOST_PROBLEMS) {
                    return;
                }
                if (points.size() > MOST_POINTS) {
                    problems.report(at, "has more than %d points.".formatted(MOST_POINTS));
                    return;
                }
            }
            if (problems.count() == before && points.isEmpty()) {
                problems.report(
                        at,
                        "holds no point; expected the heading %sx,y and a line for each.".formatted(zone(haveNames)));
            }
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            problems.report(at, "cannot be read: %s.".formatted(e.getMessage()));
        }
    }

    private static String zone(boolean haveNames) {
        return haveNames ? "zone," : "";
    }

    private void row(NamedCsvRecord row, boolean haveNames) {
        Place at = new Place(file.toString(), (int) Math.min(Integer.MAX_VALUE, row.getStartingLineNumber()), 1, "");
        int before = problems.count();
        double x = number(at, row, "x", haveNames);
        double y = number(at, row, "y", haveNames);
        String name = haveNames ? row.findField("zone").orElse("").strip() : Integer.toString(points.size());
        if (name.isEmpty()) {
            problems.report(at, "has no 'zone'; expected the id of a population.");
        }
        if (problems.count() == before) {
            names.add(name);
            points.add(new Point(x, y));
        }
    }

    private double number(Place at, NamedCsvRecord row, String column, boolean haveNames) {
        Optional<String> text = row.findField(column);
        OptionalDouble value = PlainDecimal.find(text.orElse(""), MOST_METERS);
        if (value.isEmpty()) {
            problems.report(
                    at,
                    text.isEmpty()
                            ? "has no column '%s'; expected the heading %sx,y.".formatted(column, zone(haveNames))
                            : "'%s' is \"%s\"; expected meters.".formatted(column, text.get()));
        }
        return value.orElse(0);
    }
}
