package org.tafsim.report.serve;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tafsim.store.ResultFolder;
import org.tafsim.store.ResultStoreException;

/** Distributions and series of a run, from its CSV files. Series that were kept as Parquet are left to questions in SQL. */
final class RunCurves {

    private final ResultFolder run;
    private final Map<String, Integer> places;

    /**
     * Of a run.
     *
     * @param places columns of its policies
     */
    RunCurves(ResultFolder run, Map<String, Integer> places) {
        this.run = run;
        this.places = places;
    }

    /**
     * Distribution of a latency.
     *
     * @param metric {@code ttft} or {@code e2e}
     * @param points pairs of milliseconds and the share of requests at or below them
     */
    record Curve(int column, String metric, List<double[]> points) {}

    /**
     * A quantity over time, mean over replications.
     *
     * @param points pairs of the end of an interval (s) and the value
     */
    record Line(int column, String entity, String metric, List<double[]> points) {}

    List<Curve> latencies(String scope) throws IOException {
        Map<String, Curve> curves = new LinkedHashMap<>();
        read("cdf.csv", line -> {
            Integer column = places.get(line.getField("policy"));
            if (column != null && line.getField("scope").equals(scope)) {
                String metric = line.getField("metric");
                curves.computeIfAbsent(column + metric, name -> new Curve(column, metric, new ArrayList<>()))
                        .points()
                        .add(new double[] {number(line, "value_ms"), number(line, "probability")});
            }
        });
        return List.copyOf(curves.values());
    }

    /** Load of tiers. */
    List<Line> series() throws IOException {
        Map<String, MeanLine> lines = new LinkedHashMap<>();
        read("series.csv", line -> {
            Integer column = places.get(line.getField("policy"));
            String entity = line.getField("entity");
            if (column != null && entity.startsWith("tier:")) {
                String metric = line.getField("metric");
                lines.computeIfAbsent(
                                column + " " + entity + " " + metric,
                                name -> new MeanLine(column, entity, metric, new TreeMap<>()))
                        .add(number(line, "t_s"), number(line, "value"));
            }
        });
        return lines.values().stream().map(MeanLine::line).toList();
    }

    private void read(String name, Consumer<NamedCsvRecord> sink) throws IOException {
        Path file = run.path().resolve(name);
        if (!Files.isRegularFile(file)
                || !file.toRealPath().startsWith(run.path().toRealPath())) {
            return;
        }
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(file)) {
            lines.forEach(sink);
        } catch (CsvParseException | IllegalArgumentException | NoSuchElementException e) {
            throw new ResultStoreException("%s of %s is broken: %s".formatted(name, run.id(), e.getMessage()));
        }
    }

    private static double number(NamedCsvRecord line, String field) {
        return Double.parseDouble(line.getField(field));
    }

    private record MeanLine(int column, String entity, String metric, SortedMap<Double, Mean> means) {

        void add(double time, double value) {
            means.computeIfAbsent(time, key -> new Mean()).add(value);
        }

        Line line() {
            List<double[]> points = new ArrayList<>();
            means.forEach((time, mean) -> points.add(new double[] {time, mean.value()}));
            return new Line(column, entity, metric, points);
        }
    }

    private static final class Mean {

        private double sum;
        private int count;

        void add(double value) {
            sum += value;
            count++;
        }

        double value() {
            return sum / count;
        }
    }
}
