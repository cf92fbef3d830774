package org.tafsim.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.engine.Metric;
import org.tafsim.engine.RequestSink;
import org.tafsim.engine.RunOptions;
import org.tafsim.engine.Simulation;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Scenario;
import org.tafsim.policies.PolicySet;
import org.tafsim.policies.ShippedPolicies;
import org.tafsim.scenario.KnownPolicies;
import org.tafsim.scenario.ScenarioOverride;
import org.tafsim.scenario.ScenarioReader;
import org.tafsim.scenario.trace.TraceFiles;
import org.tafsim.serving.StepMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code prefix-cache.yaml} against what its traces say themselves. */
class PrefixCacheScenarioTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path SCENARIOS = ROOT.resolve("scenarios");
    private static final Path EXAMPLE = SCENARIOS.resolve("traces/example-prefix.jsonl");
    private static final Path MOONCAKE = ROOT.resolve("../shared/data/mooncake");

    /** A card with room for every block there ever is, which takes no time to speak of. */
    private static final List<String> UNBOUNDED = List.of(
            "accelerators=[{id: vast, vendor: US, bf16: 4000 TFLOP/s, fp8: 8000 TFLOP/s, memory: 60000 GB, "
                    + "bandwidth: 30000 GB/s, link: 450 GB/s, power: 700 W, source: made up}]",
            "sites[0].accelerators={vast: 1}",
            "sites[0].serve[0].replicas=1",
            "sites[0].serve[0].engine=vllm/H100",
            "sites[0].serve[0].limits.blockTokens=512");

    @Test
    void aCacheWithoutBoundsFindsAllThatTheExampleHas() throws IOException {
        assertThat(hitRatio(EXAMPLE, "nearest", UNBOUNDED)).isCloseTo(idealRatio(EXAMPLE), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversation_trace.first3000.jsonl", "synthetic_trace.first1000.jsonl"})
    void aCacheWithoutBoundsFindsAllThatATraceHas(String name) throws IOException {
        Path trace = MOONCAKE.resolve(name);
        assumeTrue(Files.exists(trace), "The Mooncake trace is not beside the project: " + trace);

        List<String> overrides = new ArrayList<>(UNBOUNDED);
        overrides.add("models=[{id: endless, provider: US, layers: 1, hiddenSize: 64, attentionHeads: 1, kvHeads: 1, "
                + "headDimension: 64, ffnSize: 64, vocabularySize: 1000, parameters: 1000000, "
                + "contextTokens: 1000000, source: made up}]");
        overrides.add("sites[0].serve[0].model=endless");
        overrides.add("apps[0].model=endless");
        assertThat(hitRatio(trace, "nearest", overrides)).isCloseTo(idealRatio(trace), within(1e-12));
    }

    @Test
    void whoSpreadsConversationsLosesHits() throws IOException {
        double asOne = hitRatio(
                EXAMPLE, "round-robin", List.of("sites[0].serve[0].replicas=1", "sites[0].serve[0].tensorParallel=4"));

        double spread = hitRatio(EXAMPLE, "round-robin", List.of());

        assertThat(asOne).isCloseTo(idealRatio(EXAMPLE), within(0.01)); // blocks of 16 find no less than those of 512
        assertThat(spread).isLessThan(0.7 * asOne);
    }

    private static double hitRatio(Path trace, String policy, List<String> overrides) {
        List<ScenarioOverride> all = new ArrayList<>();
        all.add(new ScenarioOverride("apps[0].arrivals.path", "'" + trace + "'"));
        overrides.stream().map(ScenarioOverride::parse).forEach(all::add);
        Scenario scenario = new ScenarioReader(KnownPolicies.of(PolicySet.shipped()))
                .read(SCENARIOS.resolve("prefix-cache.yaml"), all);
        PolicySpec spec = scenario.policies().stream()
                .filter(one -> one.type().equals(policy))
                .findFirst()
                .orElseThrow();
        return new Simulation(scenario, new TraceFiles(SCENARIOS))
                        .run(
                                spec,
                                ShippedPolicies.find(policy).orElseThrow(),
                                0,
                                new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, true),
                                RequestSink.NONE)
                        .metrics()
                        .stream()
                        .filter(metric ->
                                metric.scope().equals("all") && metric.name().equals("prefix_hit_ratio"))
                        .mapToDouble(Metric::value)
                        .findFirst()
                        .orElseThrow();
    }

    /** Tokens in full blocks, the last token not among them, that stood in full before, of all. */
    private static double idealRatio(Path trace) throws IOException {
        Set<Long> seen = new HashSet<>();
        long found = 0;
        long all = 0;
        for (String line : Files.readAllLines(trace)) {
            JsonNode request = new JsonMapper().readTree(line);
            int prompt = request.get("input_length").intValue();
            JsonNode ids = request.get("hash_ids");
            int hits = 0;
            while (hits < (prompt - 1) / 512 && seen.contains(ids.get(hits).longValue())) {
                hits++;
            }
            for (int block = 0; block < prompt / 512; block++) {
                seen.add(ids.get(block).longValue());
            }
            found += 512L * hits;
            all += prompt;
        }
        return (double) found / all;
    }
}
