package org.tafsim.experiment.optimum;

import org.tafsim.experiment.CsvText;
import org.tafsim.experiment.Decimals;

/** What {@code optimum.csv} holds: how far each policy is from the bound, in each replication. */
public final class OptimumCsv {

    /** Its name in a run's folder. */
    public static final String FILE = "optimum.csv";

    private OptimumCsv() {}

    /** Gaps as the file has them. */
    public static String text(GapTable table) {
        return CsvText.of(csv -> {
            csv.writeRecord("policy", "metric", "unit", "replication", "value", "bound", "gap");
            for (Gap gap : table.gaps()) {
                csv.writeRecord(
                        gap.policy(),
                        gap.objective().metric(),
                        gap.objective().unit(),
                        Integer.toString(gap.replication()),
                        Decimals.fixed(gap.value()),
                        Decimals.fixed(gap.bound()),
                        Decimals.fixed(gap.toBound()));
            }
        });
    }
}
