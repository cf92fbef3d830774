package org.tafsim.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tafsim.engine.Outcome;
import org.tafsim.engine.RequestRecord;
import org.tafsim.engine.RequestSink;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.SeriesSample;
import org.tafsim.experiment.Host;
import org.tafsim.experiment.RunDraft;
import org.tafsim.experiment.RunFolder;
import org.tafsim.experiment.RunId;
import org.tafsim.experiment.RunInfo;
import org.tafsim.model.PolicySpec;

/** Made-up runs: the same numbers for the same policy and replication, whoever asks, in whatever order. */
final class Runs {

    static final List<PolicySpec> POLICIES = policies("nearest", "it's \"mine\", ⚡");
    static final String SCENARIO = "name: tiny\n";

    private static final Host HOST = new Host(
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

    static RunDraft draft(Path folder) throws IOException {
        RunId id = RunId.of("tiny", SCENARIO, "0.1.0");
        RunInfo info = new RunInfo(id, "tiny", 7, 2, POLICIES, "0.1.0", Map.of("threads", "2"));
        return RunFolder.at(folder).begin(info, HOST);
    }

    /** A run of fifty requests, of which one in ten was never routed. */
    static RunResult simulate(PolicySpec policy, int replication, RequestSink sink) {
        SplittableRandom random = new SplittableRandom(policy.label().hashCode() * 31L + replication);
        for (int i = 0; i < 50; i++) {
            long arrival = 1 + random.nextLong(4_000_000_000L);
            sink.record(i % 10 == 3 ? rejected(i, arrival) : completed(i, arrival));
        }
        return new RunResult(policy.label(), replication, List.of(), series(random), List.of(), 50);
    }

    private static List<SeriesSample> series(SplittableRandom random) {
        List<SeriesSample> series = new ArrayList<>();
        for (int second = 1; second <= 3; second++) {
            long atNanos = second * 1_000_000_000L;
            series.add(new SeriesSample(atNanos, "tier:cloud", "utilization_fraction", random.nextDouble()));
            series.add(new SeriesSample(atNanos, "tier:cloud", "in_flight", random.nextInt(9)));
        }
        return series;
    }

    static RequestRecord completed(long sequence, long arrival) {
        return new RequestRecord(
                sequence,
                sequence % 2 == 0 ? "chat" : "voice",
                "münchen",
                "edge#" + sequence % 3,
                Outcome.COMPLETED,
                true,
                512,
                128,
                arrival,
                arrival + 1,
                arrival + 12_345,
                arrival + 1_000_001,
                arrival + 987_654_321L,
                0);
    }

    static RequestRecord rejected(long sequence, long arrival) {
        return new RequestRecord(
                sequence,
                "chat",
                "münchen",
                "",
                Outcome.REJECTED_NO_LAWFUL_PLACE,
                false,
                512,
                128,
                arrival,
                0,
                0,
                0,
                arrival,
                2);
    }
}
