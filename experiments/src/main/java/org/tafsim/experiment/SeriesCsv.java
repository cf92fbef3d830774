package org.tafsim.experiment;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.util.List;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.SeriesSample;

/** What {@code series.csv} holds. */
public final class SeriesCsv {

    private SeriesCsv() {}

    /** The series of runs, in their order. */
    public static String text(List<RunResult> results) {
        return CsvText.of(csv -> write(results, csv));
    }

    static void write(List<RunResult> results, CsvWriter csv) {
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
