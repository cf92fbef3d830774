package org.tafsim.experiment;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tafsim.engine.PlaceSeries;
import org.tafsim.engine.RunResult;
import org.tafsim.sovereignty.CountryFlow;

/**
 * What {@code flows-over-time.csv} holds: bytes carried from country to country over time, on average over the replications. Where
 * nothing was carried there is no line.
 */
public final class FlowsOverTimeCsv {

    /** Its name in a run's folder. */
    public static final String FILE = "flows-over-time.csv";

    private static final double BYTES_PER_GB = 1e9;
    private static final int DECIMALS = 9; // down to a byte

    private FlowsOverTimeCsv() {}

    /** Of runs, in their order. */
    public static String text(List<RunResult> results) {
        return CsvText.of(csv -> write(results, csv));
    }

    static void write(List<RunResult> results, CsvWriter csv) {
        csv.writeRecord("policy", "t_s", "from_country", "to_country", "outside", "gb");
        PlacesByPolicy.of(results).forEach((policy, replications) -> write(policy, replications, csv));
    }

    private static void write(String policy, List<PlaceSeries> replications, CsvWriter csv) {
        SortedMap<String, List<CountryFlow>> pairs = new TreeMap<>();
        for (PlaceSeries places : replications) {
            places.flows()
                    .forEach(flow -> pairs.computeIfAbsent(
                                    flow.fromCountry() + "," + flow.toCountry(), pair -> new ArrayList<>())
                            .add(flow));
        }
        List<Long> ends = replications.get(0).endsNanos();
        for (int i = 0; i < ends.size(); i++) {
            int interval = i;
            String time = Decimals.seconds(ends.get(interval));
            for (List<CountryFlow> flows : pairs.values()) {
                long bytes =
                        flows.stream().mapToLong(flow -> flow.bytes(interval)).sum();
                if (bytes > 0) {
                    double gb = bytes / BYTES_PER_GB / replications.size();
                    write(policy, time, flows.get(0), gb, csv);
                }
            }
        }
    }

    private static void write(String policy, String time, CountryFlow pair, double gb, CsvWriter csv) {
        csv.writeRecord(
                policy,
                time,
                pair.fromCountry(),
                pair.toCountry(),
                Boolean.toString(pair.isOutside()),
                Decimals.fixed(gb, DECIMALS));
    }
}
