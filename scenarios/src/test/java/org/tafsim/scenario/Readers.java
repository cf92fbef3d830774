package org.tafsim.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tafsim.model.Scenario;
import org.tafsim.policy.AdmissionPolicyType;
import org.tafsim.policy.DeploymentPolicyType;
import org.tafsim.policy.EvictionPolicyType;
import org.tafsim.policy.HarvestPolicyType;
import org.tafsim.policy.OrderPolicyType;
import org.tafsim.policy.PolicyTypes;
import org.tafsim.policy.RoutingPolicyType;
import org.tafsim.policy.ScalingPolicyType;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problem;
import org.tafsim.scenario.source.Problems;

/** Reads scenarios for tests. */
final class Readers {

    static final Path RESOURCES = Path.of("src", "test", "resources", "scenarios");

    private static final List<String> POLICY_IDS = List.of(
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

    private static final List<String> HARVEST_IDS = List.of("follow", "static-split", "threshold", "forecast");

    private static final ScenarioReader READER = new ScenarioReader(KnownPolicies.of(PolicyTypes.NONE)
            .alsoIds(RoutingPolicyType.class, POLICY_IDS)
            .alsoIds(HarvestPolicyType.class, HARVEST_IDS)
            .alsoIds(AdmissionPolicyType.class, List.of("slo-guard"))
            .alsoIds(OrderPolicyType.class, List.of("aging"))
            .alsoIds(EvictionPolicyType.class, List.of("lfu"))
            .alsoIds(ScalingPolicyType.class, List.of("target-in-flight"))
            .alsoIds(DeploymentPolicyType.class, List.of("spread")));

    private Readers() {}

    static ScenarioReader reader() {
        return READER;
    }

    /** A file of the module's folder. */
    static Path shipped(String name) {
        return Path.of(name);
    }

    static Scenario everything() {
        return READER.read(RESOURCES.resolve("everything.yaml"), List.of());
    }

    static Scenario read(String text, ScenarioOverride... overrides) {
        return READER.read("test.yaml", text, List.of(overrides), RESOURCES);
    }

    /** The problems of a text, each as its line. */
    static List<String> problems(String text, ScenarioOverride... overrides) {
        Problems problems = new Problems();
        Optional<Scenario> scenario = READER.read(Place.of("test.yaml"), text, List.of(overrides), RESOURCES, problems);
        return scenario.isPresent()
                ? List.of()
                : problems.list().stream().map(Problem::toString).toList();
    }

    /** The keys that the reader knows, by kind of mapping, found by reading a text. */
    static Map<String, Set<String>> knownKeys(String text) {
        Problems problems = new Problems();
        Optional<Scenario> scenario = READER.read(Place.of("test.yaml"), text, List.of(), RESOURCES, problems);
        if (scenario.isEmpty()) {
            throw new AssertionError(problems.list());
        }
        return problems.askedKeys();
    }

    /** A small scenario that is right. */
    static String valid() {
        return """
                apiVersion: tafsim/v1
                kind: Scenario
                name: small
                run: {duration: 1 min}
                operators:
                  - {id: telco, seat: DE}
                sites:
                  - id: edge
                    city: Munich
                    tier: near-edge
                    operator: telco
                    uplink: 10 Gbit/s
                    accelerators: {L4: 2}
                    serve: [{model: llama-3.1-8b, replicas: 2}]
                  - {id: core, city: Berlin, tier: regional, operator: telco}
                populations:
                  - {id: munich, city: Munich, access: sa-midband, upf: local}
                apps:
                  - id: chat
                    model: llama-3.1-8b
                    class: PER
                    arrivals: {rate: 2 /s}
                    prompt: 512
                    output: 128
                    slo: {ttft: 500 ms}
                policies: [nearest]
                """;
    }
}
