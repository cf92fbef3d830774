package org.tafsim.experiment.pack;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;

/** Holds the lines of two {@code series.csv} against each other. */
final class SeriesComparison {

    static final String FILE = "series.csv";

    private static final int REPLICATION = 1;

    private SeriesComparison() {}

    /**
     * The first line in which they differ, in words.
     *
     * @param packed of all replications
     * @param again of the first ones
     * @param replications how many these are
     */
    static Optional<String> findDifference(String packed, String again, int replications) throws IOException {
        try (CsvReader<CsvRecord> before = CsvReader.builder().ofCsvRecord(packed);
                CsvReader<CsvRecord> after = CsvReader.builder().ofCsvRecord(again)) {
            Iterator<CsvRecord> beforeLines = before.stream()
                    .filter(line -> line.getStartingLineNumber() == 1
                            || Integer.parseInt(line.getField(REPLICATION)) < replications)
                    .iterator();
            return findDifference(beforeLines, after.iterator());
        } catch (CsvParseException | NumberFormatException | IndexOutOfBoundsException e) {
            throw new IOException("The package's %s is not a table of time series.".formatted(FILE), e);
        }
    }

    private static Optional<String> findDifference(Iterator<CsvRecord> before, Iterator<CsvRecord> after) {
        while (before.hasNext() && after.hasNext()) {
            CsvRecord packed = before.next();
            CsvRecord again = after.next();
            if (!packed.getFields().equals(again.getFields())) {
                return Optional.of("series.csv: %s packed, %s again"
                        .formatted(String.join(",", packed.getFields()), String.join(",", again.getFields())));
            }
        }
        return before.hasNext() || after.hasNext()
                ? Optional.of("series.csv: has more lines %s".formatted(before.hasNext() ? "packed" : "again"))
                : Optional.empty();
    }
}
