package org.tafsim.scenario;

import java.nio.file.Path;
import java.util.List;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.Scenario;

/** Readers of the tests. */
final class Readers {

    static final List<String> POLICY_IDS = List.of(
            "cloud-only",
            "edge-only",
            "nearest",
            "round-robin",
            "random",
            "least-loaded",
            "power-of-two",
            "latency-greedy",
            "sovereign-strict",
            "sovereign-soft",
            "filter-rank");

    private static final ScenarioReader READER =
            new ScenarioReader(KnownPolicies.ofIds(POLICY_IDS), Readers::memoryForKv);

    private Readers() {}

    static ScenarioReader reader() {
        return READER;
    }

    /** A file of the module's folder. */
    static Path shipped(String name) {
        return Path.of(name).toAbsolutePath();
    }

    static Scenario read(String text) {
        return READER.read("test.yaml", text, List.of(), Path.of("."));
    }

    /** What 90 % of the memory leave for the KV cache beside the weights (tokens). */
    private static long memoryForKv(ReplicaSpec replica) {
        double memory = 0.9 * replica.tensorParallel() * replica.accelerator().memoryBytes();
        double left =
                memory - replica.model().parameters() * replica.precision().weightBytes();
        if (left < 0) {
            throw new IllegalArgumentException("Replica %s: the weights do not fit.".formatted(replica.id()));
        }
        return (long)
                (left / replica.model().kvBytesPerToken(replica.precision().kvBytes()));
    }
}
