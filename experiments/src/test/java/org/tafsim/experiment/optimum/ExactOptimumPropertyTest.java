package org.tafsim.experiment.optimum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.Simulation;
import org.tafsim.model.Scenario;
import org.tafsim.policies.ShippedPolicies;
import org.tafsim.policy.RoutingPolicyType;
import org.tafsim.testing.SeedSource;

/** In small cases the exact optimum lies between the bound and every shipped policy. */
@Tag("long")
class ExactOptimumPropertyTest {

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 8)
    void theOptimumLiesBetweenTheBoundAndEveryPolicy(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Scenario scenario = SmallCase.any(random, 2.5).seed(seed).seconds(1.2).build();
        Simulation simulation = SmallCase.simulation(scenario);
        ExactOptimum optimum = ExactOptimum.of(simulation, scenario, 0);
        ReplicationBounds bounds = ReplicationBounds.of(scenario, simulation.demand("any", 0));

        for (Objective objective : Objective.values()) {
            Optional<ExactOptimum.Found> found = optimum.best(objective);
            for (RoutingPolicyType type : ShippedPolicies.all()) {
                RunResult result = SmallCase.run(
                        simulation, new ClosedCase(type, scenario.run().horizonNanos()));
                found.ifPresent(best -> requireBetween(objective, best.value(), result, bounds));
            }
        }
    }

    private static void requireBetween(Objective objective, double best, RunResult result, ReplicationBounds bounds) {
        boolean isWhole = ReplicationBounds.find(result, "all", "completed")
                .equals(ReplicationBounds.find(result, "all", "requests"));
        if (objective.isLatency() && isWhole) {
            assertThat(best)
                    .as("%s of %s", objective, result.policy())
                    .isBetween(bounds.of(objective, result).orElseThrow(), SmallCase.metric(result, objective));
        } else if (!objective.isLatency()) {
            assertThat(best)
                    .as("%s of %s", objective, result.policy())
                    .isBetween(
                            SmallCase.metric(result, objective),
                            bounds.of(objective, result).orElseThrow());
        }
    }
}
