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

/** No shipped policy beats the bound, in any world: nearly idle, or with more requests than can be served. */
@Tag("long")
class BoundsPropertyTest {

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 8)
    void noShippedPolicyBeatsTheBound(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Scenario scenario = SmallCase.any(random, random.nextDouble(1, 30))
                .seed(seed)
                .warmupSeconds(random.nextInt(2) * 2)
                .seconds(3)
                .build();
        Simulation simulation = SmallCase.simulation(scenario);
        ReplicationBounds bounds = ReplicationBounds.of(scenario, simulation.demand("any", 0));

        for (RoutingPolicyType type : ShippedPolicies.all()) {
            requireNotBetter(bounds, SmallCase.run(simulation, type));
        }
    }

    static void requireNotBetter(ReplicationBounds bounds, RunResult result) {
        for (Objective objective : Objective.values()) {
            Optional<Double> bound = bounds.of(objective, result);
            if (bound.isPresent()) {
                double value = SmallCase.metric(result, objective);
                assertThat(objective.isLatency() ? value - bound.get() : bound.get() - value)
                        .as("%s of %s: %s, bound %s", objective, result.policy(), value, bound.get())
                        .isGreaterThanOrEqualTo(0);
            }
        }
    }
}
