package org.tafsim.experiment.measured;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tafsim.scenario.ScenarioException;
import org.tafsim.scenario.source.Problem;
import org.tafsim.scenario.source.Suggestions;

/** Reads a table of measurements of which some columns must be there and hold positive numbers; tells all that is wrong at once. */
final class CheckedTable {
    private static final long MOST_BYTES = 16_000_000;

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    private CheckedTable(String file) {
        this.file = file;
    }

    /**
     * The rows that are of use.
     *
     * @param words columns of text
     * @param numbers columns of positive numbers in these rows
     * @param isOfUse by the words of a row
     * @throws ScenarioException with everything that is wrong
     */
    static List<NamedCsvRecord> read(
            Path path, List<String> words, List<String> numbers, Predicate<NamedCsvRecord> isOfUse) {
        CheckedTable table = new CheckedTable(path.toString());
        List<NamedCsvRecord> all = table.rows(path);
        if (!all.isEmpty()) {
            table.checkColumns(all.get(0).getHeader(), words);
            table.checkColumns(all.get(0).getHeader(), numbers);
        }
        List<NamedCsvRecord> rows =
                table.problems.isEmpty() ? all.stream().filter(isOfUse).toList() : List.of();
        rows.forEach(row -> numbers.forEach(column -> table.checkNumber(row, column)));
        if (!table.problems.isEmpty()) {
            throw new ScenarioException(table.problems);
        }
        return rows;
    }

    private List<NamedCsvRecord> rows(Path path) {
        try {
            if (Files.size(path) > MOST_BYTES) {
                report(0, "", "is larger than %d bytes.".formatted(MOST_BYTES), Optional.empty());
                return List.of();
            }
            return Sources.table(path);
        } catch (CsvParseException e) {
            report(0, "", "is not CSV: " + e.getMessage(), Optional.empty());
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkColumns(List<String> header, List<String> columns) {
        for (String column : columns) {
            if (!header.contains(column)) {
                report(1, column, "this column is missing.", Suggestions.maybe(column, header));
            }
        }
    }

    private void checkNumber(NamedCsvRecord row, String column) {
        int line = (int) row.getStartingLineNumber();
        Optional<String> text = row.findField(column);
        try {
            double value = Double.parseDouble(text.orElse(""));
            if (value > 0 && value < Double.POSITIVE_INFINITY) {
                return;
            }
        } catch (NumberFormatException e) {
            // told below, as any other value that is no positive number
        }
        report(line, column, "\"%s\" is not a positive number.".formatted(text.orElse("")), Optional.empty());
    }

    private void report(int line, String column, String message, Optional<String> hint) {
        problems.add(new Problem(file, line, 0, column, message, hint));
    }
}
