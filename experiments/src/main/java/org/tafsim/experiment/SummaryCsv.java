package org.tafsim.experiment;

import de.siegmar.fastcsv.writer.CsvWriter;
import org.tafsim.stats.ConfidenceInterval;

/** What {@code summary.csv} holds. */
public final class SummaryCsv {

    private SummaryCsv() {}

    /** A summary as the file has it. */
    public static String text(SummaryTable summary) {
        return CsvText.of(csv -> write(summary, csv));
    }

    static void write(SummaryTable summary, CsvWriter csv) {
        csv.writeRecord("policy", "scope", "metric", "unit", "mean", "half_width", "n");
        for (SummaryRow row : summary.rows()) {
            ConfidenceInterval interval = row.interval();
            csv.writeRecord(
                    row.policy(),
                    row.scope(),
                    row.metric(),
                    row.unit(),
                    Decimals.fixed(interval.mean()),
                    ResultFiles.halfWidth(interval),
                    Long.toString(interval.count()));
        }
    }
}
