package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.model.Scenario;

/** What came of loading models on demand. Only scenarios that do so have these metrics. */
final class LifeReport {

    /** Those of all requests, in the order of reports. */
    static final List<String> NAMES = List.of(
            "cold_requests",
            "cold_fraction",
            "starts",
            "start_mean",
            "start_p95",
            "evictions",
            "bytes_pulled",
            "resident_fraction");

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BYTES_PER_GB = 1e9;

    private final Scenario scenario;
    private final OutcomeRecorder recorder;
    private final LifeCounts counts;
    private final List<Metric> metrics = new ArrayList<>();

    LifeReport(Scenario scenario, OutcomeRecorder recorder, LifeCounts counts) {
        this.scenario = scenario;
        this.recorder = recorder;
        this.counts = counts;
    }

    /** All of them. */
    List<Metric> metrics() {
        long requests = 0;
        long cold = 0;
        for (int app = 0; app < scenario.apps().size(); app++) {
            requests += recorder.of(app).requests();
            cold += counts.coldOf(app);
        }
        addCold("all", cold, requests);
        add("all", "starts", "count", (double) counts.starts().count());
        if (counts.starts().count() > 0) {
            add("all", "start_mean", "s", counts.starts().meanNanos() / NANOS_PER_SECOND);
            add("all", "start_p95", "s", counts.starts().quantileNanos(0.95) / NANOS_PER_SECOND);
        }
        add("all", "evictions", "count", (double) counts.evictions());
        add("all", "bytes_pulled", "GB", counts.pulledBytes() / BYTES_PER_GB);
        add("all", "resident_fraction", "fraction", counts.residentMean());
        for (int app = 0; app < scenario.apps().size(); app++) {
            String scope = "app:" + scenario.apps().get(app).id();
            addCold(scope, counts.coldOf(app), recorder.of(app).requests());
        }
        return List.copyOf(metrics);
    }

    private void addCold(String scope, long cold, long requests) {
        add(scope, "cold_requests", "count", (double) cold);
        if (requests > 0) {
            add(scope, "cold_fraction", "fraction", (double) cold / (double) requests);
        }
    }

    private void add(String scope, String name, String unit, double value) {
        metrics.add(new Metric(scope, name, unit, value));
    }
}
