package org.tafsim.experiment;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tafsim.engine.PlaceSeries;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.SiteSeries;

/** What {@code sites.csv} holds: how busy each site was over time, on average over the replications. */
public final class SitesCsv {

    /** Its name in a run's folder. */
    public static final String FILE = "sites.csv";

    private SitesCsv() {}

    /** Of runs, in their order. */
    public static String text(List<RunResult> results) {
        return CsvText.of(csv -> write(results, csv));
    }

    static void write(List<RunResult> results, CsvWriter csv) {
        csv.writeRecord("policy", "t_s", "site", "utilization_fraction", "in_flight", "waiting", "violations");
        PlacesByPolicy.of(results).forEach((policy, replications) -> write(policy, replications, csv));
    }

    private static void write(String policy, List<PlaceSeries> replications, CsvWriter csv) {
        PlaceSeries first = replications.get(0);
        for (int i = 0; i < first.endsNanos().size(); i++) {
            int interval = i;
            for (int site = 0; site < first.sites().size(); site++) {
                csv.writeRecord(
                        policy,
                        Decimals.seconds(first.endsNanos().get(interval)),
                        first.sites().get(site).site(),
                        mean(replications, site, of -> of.utilization(interval)),
                        mean(replications, site, of -> of.inFlight(interval)),
                        mean(replications, site, of -> of.waiting(interval)),
                        mean(replications, site, of -> of.violations(interval)));
            }
        }
    }

    private static String mean(List<PlaceSeries> replications, int site, ToDoubleFunction<SiteSeries> value) {
        return Decimals.fixed(PlacesByPolicy.mean(
                replications, places -> value.applyAsDouble(places.sites().get(site))));
    }
}
