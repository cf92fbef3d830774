package org.tafsim.experiment.sweep;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tafsim.engine.Randomness;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.CsvText;
import org.tafsim.experiment.Decimals;
import org.tafsim.experiment.ResultFiles;
import org.tafsim.experiment.SummaryRow;
import org.tafsim.experiment.SummaryTable;

/** The {@code summary.csv} that follows from a sweep's points and tasks, without its experiment: what packages are held to. */
public final class CollectedSummary {

    private final Randomness randomness;
    private final List<List<String>> points;
    private final StringBuilder text;

    /**
     * Begins with the heading.
     *
     * @param pointsCsv the sweep's {@code points.csv}
     * @throws IOException where that is no table
     */
    public CollectedSummary(String pointsCsv, Randomness randomness) throws IOException {
        this.randomness = randomness;
        points = rows(pointsCsv);
        if (points.isEmpty()) {
            throw new IOException("has no heading");
        }
        text = new StringBuilder(
                line(points.get(0), List.of("policy", "scope", "metric", "unit", "mean", "half_width", "n")));
    }

    private static List<List<String>> rows(String pointsCsv) throws IOException {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(pointsCsv)) {
            return csv.stream().map(CsvRecord::getFields).toList();
        } catch (CsvParseException e) {
            throw new IOException("is no table", e);
        }
    }

    /** How many points there are. */
    public int size() {
        return points.size() - 1;
    }

    /**
     * Adds a point.
     *
     * @param number after those before
     * @param results of its tasks, by replication and policy
     */
    public void add(int number, List<RunResult> results) {
        List<RunResult> observations =
                ByPolicy.sorted(Observations.of(results, randomness.replicationsPerObservation()));
        for (SummaryRow row : SummaryTable.of(observations).rows()) {
            text.append(line(
                    points.get(number + 1),
                    List.of(
                            row.policy(),
                            row.scope(),
                            row.metric(),
                            row.unit(),
                            Decimals.fixed(row.interval().mean()),
                            ResultFiles.halfWidth(row.interval()),
                            Long.toString(row.interval().count()))));
        }
    }

    private static String line(List<String> point, List<String> cells) {
        List<String> line = new ArrayList<>(point);
        line.addAll(cells);
        return CsvText.of(csv -> csv.writeRecord(line));
    }

    /** What was added so far, as the file has it. */
    public String text() {
        return text.toString();
    }
}
