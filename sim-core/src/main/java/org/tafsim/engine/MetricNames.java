package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Names of the metrics that a run can have for all its requests (scope {@code all}). */
public final class MetricNames {

    /**
     * In the order of reports. Means and quantiles are missing where no request completed; tariffs, rules, data at rest,
     * cut-offs, known prompts, timeouts, models on demand, faults and contracts have metrics where a scenario has these.
     */
    public static final List<String> OF_ALL_REQUESTS = listAll();

    private MetricNames() {}

    private static List<String> listAll() {
        List<String> names = new ArrayList<>(List.of("requests"));
        Stream.of(Outcome.values()).map(Outcome::word).forEach(names::add);
        names.addAll(List.of("slo_attainment", "goodput"));
        for (String latency : List.of("ttft", "tpot", "e2e")) {
            Stream.of("_mean", "_p50", "_p95", "_p99").map(latency::concat).forEach(names::add);
        }
        names.addAll(List.of("network_mean", "connect_mean", "radio_mean", "fiber_mean", "links_mean", "held_mean"));
        names.addAll(List.of("queue_mean", "compute_mean"));
        names.addAll(List.of("prompt_tokens", "output_tokens", "output_tokens_per_s", "prefix_hit_ratio"));
        names.addAll(List.of("in_jurisdiction", "jurisdiction_unknown", "operator_control", "violating_requests"));
        names.addAll(List.of("violations", "unknown_checks"));
        names.addAll(EnergyReport.NAMES);
        names.addAll(EnergyFigures.RAN_NAMES);
        names.addAll(LifeReport.NAMES);
        names.addAll(FaultReport.NAMES);
        names.addAll(RanReport.NAMES);
        names.addAll(ContractReport.NAMES);
        names.addAll(MobilityReport.NAMES);
        names.addAll(SovereigntyReport.NAMES);
        return List.copyOf(names);
    }
}
