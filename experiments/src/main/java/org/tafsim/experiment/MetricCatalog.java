package org.tafsim.experiment;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What every metric of result files is: the one source of its unit, meaning and direction, for tables, reports and documents. */
public final class MetricCatalog {

    /** Of {@code summary.csv}. */
    private static final Map<String, MetricDefinition> SHIPPED = read("metrics.csv");

    /** Of {@code series.csv}; a name may mean the same there over an interval. */
    private static final Map<String, MetricDefinition> SERIES = read("series.csv");

    private MetricCatalog() {}

    /** All metrics of runs, those that belong together side by side. */
    public static List<MetricDefinition> shipped() {
        return List.copyOf(SHIPPED.values());
    }

    /** All metrics over time, as {@code series.csv} has them. */
    public static List<MetricDefinition> series() {
        return List.copyOf(SERIES.values());
    }

    /** A metric of runs; empty where nobody knows it, as one of a newer version. */
    public static Optional<MetricDefinition> find(String name) {
        return Optional.ofNullable(SHIPPED.get(name));
    }

    private static Map<String, MetricDefinition> read(String resource) {
        Map<String, MetricDefinition> all = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(MetricCatalog.class.getResourceAsStream(resource), resource);
                Stream<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in).stream()) {
            rows.map(MetricCatalog::definition).forEach(one -> {
                if (all.put(one.name(), one) != null) {
                    throw new IllegalStateException("%s defines %s twice.".formatted(resource, one.name()));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read.", e);
        }
        return all;
    }

    private static MetricDefinition definition(NamedCsvRecord row) {
        return new MetricDefinition(
                row.getField("group"),
                row.getField("metric"),
                row.getField("unit"),
                better(row.getField("better")),
                Arrays.asList(row.getField("scopes").split(" ", -1)),
                Optional.of(row.getField("only_where")).filter(Predicate.not(String::isEmpty)),
                row.getField("meaning"),
                row.getField("page"));
    }

    private static Better better(String word) {
        return Arrays.stream(Better.values())
                .filter(better -> better.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("'%s' is no direction.".formatted(word)));
    }
}
