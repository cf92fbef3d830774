package org.tafsim.experiment;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.util.List;
import org.tafsim.engine.RunResult;
import org.tafsim.sovereignty.DataFlow;

/** What {@code flows.csv} holds: data of every run from country to country. */
final class FlowsCsv {

    /** Its name in a run's folder. */
    static final String FILE = "flows.csv";

    private static final double BYTES_PER_GB = 1e9;

    private FlowsCsv() {}

    static void write(List<RunResult> results, CsvWriter csv) {
        csv.writeRecord("policy", "replication", "stage", "data", "from_country", "to_country", "outside", "gb");
        for (RunResult result : results) {
            for (DataFlow flow : result.flows()) {
                csv.writeRecord(
                        result.policy(),
                        Integer.toString(result.replication()),
                        flow.stage().toString(),
                        flow.data(),
                        flow.fromCountry(),
                        flow.toCountry(),
                        Boolean.toString(flow.isOutside()),
                        Decimals.fixed(flow.bytes() / BYTES_PER_GB));
            }
        }
    }
}
