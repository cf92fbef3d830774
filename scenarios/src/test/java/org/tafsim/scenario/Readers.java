package org.tafsim.scenario;

import java.nio.file.Path;
import java.util.List;
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

    private static final ScenarioReader READER = new ScenarioReader(KnownPolicies.ofIds(POLICY_IDS));

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
}
