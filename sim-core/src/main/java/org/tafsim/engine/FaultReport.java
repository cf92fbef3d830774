package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.tafsim.model.Scenario;
import org.tafsim.stats.Tally;

/** What came of faults and retries. Only scenarios that state some have these metrics. */
final class FaultReport {

    /** Those of all requests, in the order of reports. */
    static final List<String> NAMES = List.of(
            "faults",
            "faults_open",
            "mttr",
            "availability",
            "sites_open_mean",
            "failovers",
            "retries",
            "retries_refused",
            "hedges",
            "hedges_won",
            "hedges_refused",
            "links_down_mean",
            "detours",
            "stalled_transfers",
            "lost_transfers",
            "overtaken_by_detours");

    private static final double NANOS_PER_HOUR = 3.6e12;

    private final Scenario scenario;
    private final OutcomeRecorder recorder;
    private final FaultCounts counts;
    private final Failovers failovers;
    private final HedgeCounts hedges;
    private final Optional<LinkCounts> links;
    private final boolean isHedged;
    private final List<Metric> metrics = new ArrayList<>();

    FaultReport(
            Scenario scenario,
            OutcomeRecorder recorder,
            FaultCounts counts,
            Failovers failovers,
            HedgeCounts hedges,
            Optional<LinkCounts> links) {
        this.scenario = scenario;
        this.recorder = recorder;
        this.counts = counts;
        this.failovers = failovers;
        this.hedges = hedges;
        this.links = links;
        isHedged = scenario.apps().stream()
                .anyMatch(app -> app.requestTerms().hedge().isPresent());
    }

    /** Whether there is anything to say: something may fail, or an application bounds its retries. */
    static boolean isWanted(Scenario scenario) {
        return !scenario.faults().isEmpty()
                || scenario.apps().stream()
                        .anyMatch(app -> app.requestTerms().retries().isPresent());
    }

    List<SeriesSample> series() {
        List<SeriesSample> all = new ArrayList<>(counts.series());
        links.ifPresent(of -> all.addAll(of.series()));
        return all;
    }

    /** All of them. */
    List<Metric> metrics() {
        addAll();
        for (int app = 0; app < scenario.apps().size(); app++) {
            String scope = "app:" + scenario.apps().get(app).id();
            add(scope, "availability", "fraction", counts.availabilityOfApp(app));
            addRetries(scope, recorder.of(app).failovers, failovers.retries(app), failovers.refused(app));
            addHedges(scope, hedges.sent(app), hedges.won(app), hedges.refused(app));
        }
        for (int site = 0; site < scenario.sites().size(); site++) {
            if (counts.hasReplicas(site)) {
                String scope = "site:" + scenario.sites().get(site).id();
                add(scope, "availability", "fraction", counts.availabilityOfSite(site));
            }
        }
        counts.faults().forEach((id, of) -> addFault("fault:" + id, of.begun(), of.open(), of.repairNanos()));
        links.ifPresent(of -> metrics.addAll(of.metrics()));
        return List.copyOf(metrics);
    }

    private void addAll() {
        long begun = 0;
        long open = 0;
        Tally repair = new Tally();
        for (FaultCounts.OfFault of : counts.faults().values()) {
            begun += of.begun();
            open += of.open();
            repair.merge(of.repairNanos());
        }
        addFault("all", begun, open, repair);
        int apps = scenario.apps().size();
        double availability = 0;
        long rescued = 0;
        long retries = 0;
        long refused = 0;
        for (int app = 0; app < apps; app++) {
            availability += counts.availabilityOfApp(app) / apps;
            rescued += recorder.of(app).failovers;
            retries += failovers.retries(app);
            refused += failovers.refused(app);
        }
        add("all", "availability", "fraction", availability);
        double sitesOpen = 0;
        for (int sites = 1; sites <= scenario.sites().size(); sites++) {
            sitesOpen += counts.shareWithOpen(sites);
        }
        add("all", "sites_open_mean", "count", sitesOpen);
        addRetries("all", rescued, retries, refused);
        addHedges("all", sum(hedges::sent), sum(hedges::won), sum(hedges::refused));
    }

    private void addFault(String scope, long begun, long open, Tally repair) {
        add(scope, "faults", "count", (double) begun);
        add(scope, "faults_open", "count", (double) open);
        if (repair.count() > 0) {
            add(scope, "mttr", "h", repair.mean() / NANOS_PER_HOUR);
        }
    }

    private void addRetries(String scope, long rescued, long retries, long refused) {
        add(scope, "failovers", "count", (double) rescued);
        add(scope, "retries", "count", (double) retries);
        add(scope, "retries_refused", "count", (double) refused);
    }

    private void addHedges(String scope, long sent, long won, long refused) {
        if (isHedged) {
            add(scope, "hedges", "count", (double) sent);
            add(scope, "hedges_won", "count", (double) won);
            add(scope, "hedges_refused", "count", (double) refused);
        }
    }

    private long sum(IntToLongFunction ofApp) {
        return IntStream.range(0, scenario.apps().size()).mapToLong(ofApp).sum();
    }

    private void add(String scope, String name, String unit, double value) {
        metrics.add(new Metric(scope, name, unit, value));
    }
}
