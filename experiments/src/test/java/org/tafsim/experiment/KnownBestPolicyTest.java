package org.tafsim.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tafsim.engine.Metric;
import org.tafsim.engine.RequestSink;
import org.tafsim.engine.RunOptions;
import org.tafsim.engine.Simulation;
import org.tafsim.experiment.analysis.Best;
import org.tafsim.experiment.analysis.KimNelson;
import org.tafsim.experiment.analysis.Sampler;
import org.tafsim.experiment.analysis.Selection;
import org.tafsim.model.PolicySpec;
import org.tafsim.policies.PolicySet;
import org.tafsim.scenario.ScenarioOverride;
import org.tafsim.scenario.trace.TraceFiles;

/**
 * Selection of the best policy where the best is known: at replicas that are alike, each one request at a time, the shortest of all queues
 * leaves the least waiting, the shortest of four more, the shorter of two the most (Winston 1977, Mitzenmacher 2001).
 */
class KnownBestPolicyTest {

    private static final List<PolicySpec> POLICIES = List.of(
            new PolicySpec("two", "power-of-d", Map.of("d", "2")),
            new PolicySpec("four", "power-of-d", Map.of("d", "4")),
            new PolicySpec("all", "least-loaded", Map.of()));
    private static final int SHORTEST_OF_ALL = 2;
    private static final int STUDIES = 20;

    /** Of 20 studies that are each right with 95 %, fewer than 17 are with a chance of 1.6 %. */
    private static final int FEWEST_RIGHT = 17;

    private static final double INDIFFERENCE_MILLIS = 15;

    private static final String WORLD = """
            apiVersion: tafsim/v1
            kind: Scenario
            name: farm
            run: {warmup: 5 s, duration: 25 s, replications: 2}
            operators: [{id: telco, seat: DE}]
            sites:
              - id: site
                city: Munich
                tier: near-edge
                operator: telco
                custody: {logs: DE}
                accelerators: {L40S: 6}
                serve: [{model: llama-3.1-8b, precision: fp8, replicas: 6, limits: {sequences: 1}}]
            populations: [{id: users, city: Munich, access: sa-midband, upf: local}]
            apps: [{id: chat, model: llama-3.1-8b, class: PER, arrivals: {rate: 8 /s}, prompt: 512, output: {quantiles: {0: 4, 1: 60}}, slo: {ttft: 1 s}}]
            policies: [random]
            """;

    @Test
    void theShortestQueueIsSelectedAsOftenAsPromised() {
        KimNelson procedure = new KimNelson(Best.SMALLEST, INDIFFERENCE_MILLIS, 0.95, 5, 1, 200);
        int right = 0;
        for (int study = 0; study < STUDIES; study++) {
            Selection selection = procedure.select(POLICIES.size(), waits(study));
            right += selection.isDecided() && selection.best() == SHORTEST_OF_ALL ? 1 : 0;
        }

        assertThat(right).isGreaterThanOrEqualTo(FEWEST_RIGHT);
    }

    private static Sampler waits(int study) {
        Simulation simulation = new Simulation(
                ScenarioReaders.of(PolicySet.shipped())
                        .read(
                                "farm.yaml",
                                WORLD,
                                List.of(ScenarioOverride.parse("run.seed=" + (100 + study))),
                                Path.of("")),
                new TraceFiles(Path.of("")));
        SimulationTask task = new SimulationTask(simulation, PolicySet.shipped(), RunOptions.DEFAULT);
        return Sampler.of((policy, replication) -> {
            return task.run(POLICIES.get(policy), replication, RequestSink.NONE).metrics().stream()
                    .filter(metric ->
                            metric.scope().equals("all") && metric.name().equals("queue_mean"))
                    .mapToDouble(Metric::value)
                    .findFirst()
                    .orElseThrow();
        });
    }
}
