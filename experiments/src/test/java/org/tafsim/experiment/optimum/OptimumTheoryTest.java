package org.tafsim.experiment.optimum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tafsim.engine.Demand;
import org.tafsim.engine.RequestDemand;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.Simulation;
import org.tafsim.model.LengthSpec;
import org.tafsim.model.RunSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.Slo;
import org.tafsim.policies.ShippedPolicies;
import org.tafsim.policy.RoutingPolicyType;

/** Bounds and optima beside numbers worked out by hand. */
class OptimumTheoryTest {
    private static final LengthSpec ONE = new LengthSpec.Fixed(1);

    @Test
    void theBoundIsTightForOneRequestAtOneReplica() {
        Scenario scenario = untilThereAre(
                1,
                new SmallCase()
                        .seconds(2)
                        .site(3)
                        .decoder(8, 500, 1)
                        .app("tiny", 0.4, new LengthSpec.Fixed(700), new LengthSpec.Fixed(90), SmallCase.within(9)));
        Simulation simulation = SmallCase.simulation(scenario);
        ReplicationBounds bounds = ReplicationBounds.of(scenario, simulation.demand("any", 0));
        ExactOptimum optimum = ExactOptimum.of(simulation, scenario, 0);
        RunResult result = SmallCase.run(simulation, closed("nearest", scenario));

        for (Objective objective : Objective.values()) {
            double value = SmallCase.metric(result, objective);
            assertThat(optimum.best(objective).orElseThrow().value()).isEqualTo(value);
            assertThat(bounds.of(objective, result).orElseThrow()).isCloseTo(value, within(1e-5));
        }
    }

    /**
     * Two sites, each with a replica that looks at one image at a time for a second, and requests that come together: nearest sends all to
     * the first, where they wait for each other; the best split is half and half, but for the way.
     */
    @Test
    void fourImagesAtOnceAreBestSplitInTwo() {
        Scenario scenario = untilThereAre(
                4,
                new SmallCase()
                        .seconds(0.01)
                        .site(0)
                        .eyes()
                        .site(10)
                        .eyes()
                        .app("eyes", 300, ONE, ONE, SmallCase.within(1.9)));
        Simulation simulation = SmallCase.simulation(scenario);
        Demand demand = simulation.demand("any", 0);
        ReplicationBounds bounds = ReplicationBounds.of(scenario, demand);
        RunResult nearest = SmallCase.run(simulation, closed("nearest", scenario));
        ExactOptimum optimum = ExactOptimum.of(simulation, scenario, 0);
        double way = ways(demand);

        // One after the other: 1, 2, 3 and 4 s of computing; two by two: 1, 2, 1 and 2; nobody waits in the bound.
        assertThat(SmallCase.metric(nearest, Objective.END_TO_END)).isCloseTo(2_500 + way, within(12.0));
        assertThat(optimum.best(Objective.END_TO_END).orElseThrow().value()).isCloseTo(1_500 + way, within(12.0));
        assertThat(bounds.of(Objective.END_TO_END, nearest).orElseThrow()).isCloseTo(1_000 + way, within(12.0));
        assertThat(SmallCase.metric(nearest, Objective.PROMISES_KEPT)).isEqualTo(0.25);
        assertThat(optimum.best(Objective.PROMISES_KEPT).orElseThrow().value()).isEqualTo(0.5);
    }

    /** Least way of the first request over the network, there and back (ms): its floor but for the second. */
    private static double ways(Demand demand) {
        return demand.requests().stream()
                                .mapToLong(RequestDemand::endNanos)
                                .average()
                                .orElseThrow()
                        / 1e6
                - 1_000;
    }

    /** Of three images a second, for a minute, one replica can look at one each: in each window, about a third. */
    @Test
    void underThreefoldLoadTheBoundKeepsAThirdOfThePromises() {
        Scenario scenario = new SmallCase()
                .seconds(120)
                .site(0)
                .eyes()
                .app("eyes", 3, ONE, ONE, SmallCase.within(1.5))
                .build();
        Simulation simulation = SmallCase.simulation(scenario);
        ReplicationBounds bounds = ReplicationBounds.of(scenario, simulation.demand("any", 0));
        RunResult result =
                SmallCase.run(simulation, ShippedPolicies.find("nearest").orElseThrow());
        long requests = simulation.demand("any", 0).requests().size();

        // 120 s of the time of arrivals, and at most a window of 3 s more at either end.
        assertThat(bounds.of(Objective.PROMISES_KEPT, result).orElseThrow())
                .isBetween(120.0 / requests, 126.0 / requests);
    }

    /**
     * All have come within 40 s, three a second, and are looked at one a second: the k-th ends at k seconds at the earliest, having come at
     * k/3. Mean latency is at least n/3 seconds less a window.
     */
    @Test
    void underThreefoldLoadLatencyGrowsWithTheLine() {
        Scenario scenario = new SmallCase()
                .seconds(40)
                .site(0)
                .eyes()
                .app("eyes", 3, ONE, ONE, Slo.NONE)
                .build();
        Scenario patient = scenario.with(
                new RunSpec(1, 1, 0, 40_000_000_000L, 600_000_000_000L, 5_000_000_000L, 0), scenario.policies());
        Simulation simulation = SmallCase.simulation(patient);
        ReplicationBounds bounds = ReplicationBounds.of(patient, simulation.demand("any", 0));
        RunResult result = SmallCase.run(simulation, closed("nearest", patient));
        double value = SmallCase.metric(result, Objective.END_TO_END);

        assertThat(bounds.of(Objective.END_TO_END, result).orElseThrow()).isBetween(0.5 * value, value);
    }

    @Test
    void casesThatAreNotSmallAreRefusedWithAHint() {
        Scenario scenario = new SmallCase()
                .site(0)
                .eyes()
                .app("eyes", 3, ONE, ONE, Slo.NONE)
                .build();

        assertThatThrownBy(() -> ExactOptimum.of(SmallCase.simulation(scenario), scenario, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 12")
                .hasMessageContaining("shorter run");
    }

    private static RoutingPolicyType closed(String policy, Scenario scenario) {
        return new ClosedCase(
                ShippedPolicies.find(policy).orElseThrow(), scenario.run().horizonNanos());
    }

    /** The first seed of which a run has so many requests. */
    private static Scenario untilThereAre(int count, SmallCase some) {
        for (long seed = 0; seed < 1000; seed++) {
            Scenario scenario = some.seed(seed).build();
            if (SmallCase.simulation(scenario).demand("any", 0).requests().size() == count) {
                return scenario;
            }
        }
        throw new AssertionError("no seed has %d requests".formatted(count));
    }
}
