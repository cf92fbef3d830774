package org.tafsim.experiment;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tafsim.engine.Metric;
import org.tafsim.engine.RunResult;

/** What {@code replications.csv} holds: the exact values behind a summary, which follows from them. */
public final class ReplicationsCsv {

    /** Its name in a run's folder. */
    public static final String FILE = "replications.csv";

    private static final List<String> HEADING = List.of("policy", "scope", "metric", "unit", "replication", "value");

    private ReplicationsCsv() {}

    /** Metrics of runs as the file has them. */
    public static String text(List<RunResult> results) {
        return CsvText.of(csv -> write(results, csv));
    }

    static void write(List<RunResult> results, CsvWriter csv) {
        Samples samples = Samples.of(results);
        csv.writeRecord(HEADING);
        for (String policy : samples.policies()) {
            samples.of(policy)
                    .forEach((key, values) -> values.forEach((replication, value) -> csv.writeRecord(
                            policy,
                            key.scope(),
                            key.metric(),
                            key.unit(),
                            Integer.toString(replication),
                            Decimals.roundTrip(value))));
        }
    }

    /**
     * Reads the metrics back; series and curves are not there.
     *
     * @throws IOException where the text is not such a file, with the line
     */
    public static List<RunResult> parse(String text) throws IOException {
        Map<String, Map<Integer, List<Metric>>> byRun = new LinkedHashMap<>();
        long number = 0;
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(text)) {
            for (CsvRecord line : csv) {
                number = line.getStartingLineNumber();
                if (number == 1) {
                    checkHeading(line);
                } else {
                    byRun.computeIfAbsent(line.getField(0), policy -> new TreeMap<>())
                            .computeIfAbsent(Integer.valueOf(line.getField(4)), replication -> new ArrayList<>())
                            .add(metric(line));
                }
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException | CsvParseException e) {
            throw new IOException("line %d is not a metric of a replication".formatted(number), e);
        }
        return results(byRun);
    }

    private static void checkHeading(CsvRecord line) {
        if (!line.getFields().equals(HEADING)) {
            throw new IllegalArgumentException("The heading is %s.".formatted(line.getFields()));
        }
    }

    private static Metric metric(CsvRecord line) {
        return new Metric(line.getField(1), line.getField(2), line.getField(3), Double.parseDouble(line.getField(5)));
    }

    private static List<RunResult> results(Map<String, Map<Integer, List<Metric>>> byRun) {
        List<RunResult> results = new ArrayList<>();
        byRun.forEach((policy, byReplication) -> byReplication.forEach((replication, metrics) ->
                results.add(new RunResult(policy, replication, metrics, List.of(), List.of(), 0))));
        return results;
    }
}
