package org.tafsim.experiment;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.SeriesSample;

/** {@code series.csv}. */
public final class SeriesCsv implements SeriesFile {

    static final String FILE = "series.csv";

    @Override
    public void write(RunDraft draft, List<RunResult> results) throws IOException {
        try (CsvWriter csv = Csv.to(draft.create(FILE))) {
            write(results, csv);
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    /** The series of runs, in their order. */
    public static String text(List<RunResult> results) {
        return CsvText.of(csv -> write(results, csv));
    }

    private static void write(List<RunResult> results, CsvWriter csv) {
        csv.writeRecord("policy", "replication", "t_s", "entity", "metric", "value");
        for (RunResult result : results) {
            String replication = Integer.toString(result.replication());
            for (SeriesSample sample : result.series()) {
                csv.writeRecord(
                        result.policy(),
                        replication,
                        Decimals.seconds(sample.atNanos()),
                        sample.entity(),
                        sample.metric(),
                        Decimals.fixed(sample.value()));
            }
        }
    }
}
