package org.tafsim.experiment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tafsim.engine.LatencyCurve;
import org.tafsim.engine.Metric;
import org.tafsim.engine.Outcome;
import org.tafsim.engine.RequestRecord;
import org.tafsim.engine.RequestSink;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.SeriesSample;
import org.tafsim.model.PolicySpec;

/** Made-up runs: the same numbers for the same policy and replication, whoever asks, in whatever order. */
final class Runs {

    static final String VERSION = "0.1.0";
    static final String SCENARIO = "name: tiny\n";
    static final Host HOST = new Host(
            "17.0.1 Test",
            "Linux 6 amd64",
            2,
            InstantSource.fixed(Instant.parse("2026-06-03T10:15:30Z")),
            () -> 1_500_000_000L);

    private Runs() {}

    static List<PolicySpec> policies(String... labels) {
        List<PolicySpec> policies = new ArrayList<>();
        for (String label : labels) {
            policies.add(new PolicySpec(label, label, Map.of()));
        }
        return policies;
    }

    static RunInfo info(List<PolicySpec> policies, int replications) {
        RunId id = RunId.of("tiny", SCENARIO, VERSION);
        return new RunInfo(id, "tiny", 7, replications, policies, VERSION, Map.of("threads", "2"));
    }

    /** One metric alone. */
    static RunResult of(String policy, int replication, String metric, double value) {
        return of(policy, replication, List.of(new Metric("all", metric, "ms", value)));
    }

    static RunResult of(String policy, int replication, List<Metric> metrics) {
        return new RunResult(policy, replication, metrics, List.of(), List.of(), 0);
    }

    /** A run with something of everything. */
    static RunResult simulate(PolicySpec policy, int replication, RequestSink sink) {
        SplittableRandom random = new SplittableRandom(policy.label().hashCode() * 31L + replication);
        for (int i = 0; i < 50; i++) {
            sink.record(request(i, random.nextLong(1_000_000_000L)));
        }
        return new RunResult(
                policy.label(),
                replication,
                List.of(
                        new Metric("all", "ttft_p95", "ms", 100 + random.nextDouble()),
                        new Metric("all", "slo_attainment", "fraction", random.nextDouble()),
                        new Metric("app:chat, fast", "ttft_p95", "ms", 90 + random.nextDouble())),
                List.of(
                        new SeriesSample(1_000_000_000L, "tier:cloud", "utilization_fraction", random.nextDouble()),
                        new SeriesSample(2_000_000_000L, "tier:cloud", "utilization_fraction", random.nextDouble())),
                List.of(new LatencyCurve(
                        "all", "ttft", List.of(0.5, 0.95), List.of(1_000_000L, 3_000_000L + replication))),
                50);
    }

    static RequestRecord request(long sequence, long endNanos) {
        return new RequestRecord(
                sequence, "chat", "munich", "edge#0", Outcome.COMPLETED, true, 512, 128, 1, 2, 3, 4, endNanos, 0);
    }
}
