package org.tafsim.experiment.sweep;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tafsim.engine.Metric;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.CsvText;

/** What a task's {@code metrics.csv} holds: every metric of every policy, exactly. */
public final class TaskMetrics {

    private TaskMetrics() {}

    /** The file of some results, one for each policy. */
    public static String text(List<RunResult> results) {
        return CsvText.of(csv -> {
            csv.writeRecord("policy", "replication", "scope", "metric", "unit", "value");
            for (RunResult result : results) {
                for (Metric metric : result.metrics()) {
                    csv.writeRecord(
                            result.policy(),
                            Integer.toString(result.replication()),
                            metric.scope(),
                            metric.name(),
                            metric.unit(),
                            Double.toHexString(metric.value()));
                }
            }
        });
    }

    /**
     * Reads metrics back; series and curves are not there.
     *
     * @throws IllegalArgumentException where the text is no such file
     */
    public static List<RunResult> parse(String text) {
        Map<String, List<Metric>> byPolicy = new LinkedHashMap<>();
        int replication = 0;
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(text)) {
            boolean isHeading = true;
            for (CsvRecord line : csv) {
                if (!isHeading) {
                    replication = Integer.parseInt(line.getField(1));
                    byPolicy.computeIfAbsent(line.getField(0), policy -> new ArrayList<>())
                            .add(metric(line));
                }
                isHeading = false;
            }
        } catch (CsvParseException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("The text has not the columns of a task's metrics.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can be read.", e);
        }
        List<RunResult> results = new ArrayList<>();
        for (Map.Entry<String, List<Metric>> policy : byPolicy.entrySet()) {
            results.add(new RunResult(policy.getKey(), replication, policy.getValue(), List.of(), List.of(), 0));
        }
        return results;
    }

    private static Metric metric(CsvRecord line) {
        return new Metric(line.getField(2), line.getField(3), line.getField(4), Double.parseDouble(line.getField(5)));
    }
}
