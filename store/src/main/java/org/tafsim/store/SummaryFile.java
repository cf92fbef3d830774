package org.tafsim.store;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The metrics of a run or a sweep, from its {@code summary.csv}; read without a database. */
public final class SummaryFile {

    private SummaryFile() {}

    /**
     * What a number is about.
     *
     * @param point of a sweep, empty for a run
     */
    public record Key(String point, String policy, String scope, String metric) {}

    /**
     * A metric.
     *
     * @param unit of both numbers
     * @param mean over replications
     * @param halfWidth of its interval; empty where there is one replication
     */
    public record Value(String unit, double mean, Optional<Double> halfWidth) {}

    /**
     * All of a folder, in the order of the file; none where it has no summary yet.
     *
     * @throws ResultStoreException where the file is broken
     */
    public static Map<Key, Value> of(ResultFolder folder) throws IOException {
        Path file = folder.path().resolve("summary.csv");
        Map<Key, Value> metrics = new LinkedHashMap<>();
        if (!Files.isRegularFile(file)) {
            return metrics;
        }
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord line : lines) {
                metrics.put(key(line), value(line));
            }
        } catch (CsvParseException | IllegalArgumentException | java.util.NoSuchElementException e) {
            throw new ResultStoreException("%s is not a summary: %s".formatted(file, e.getMessage()), e);
        }
        return metrics;
    }

    private static Key key(NamedCsvRecord line) {
        return new Key(
                line.findField("point").orElse(""),
                line.getField("policy"),
                line.getField("scope"),
                line.getField("metric"));
    }

    private static Value value(NamedCsvRecord line) {
        return new Value(
                line.getField("unit"),
                Double.parseDouble(line.getField("mean")),
                Optional.of(line.getField("half_width"))
                        .filter(text -> !text.isEmpty())
                        .map(Double::valueOf));
    }
}
