package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Scenario;
import org.tafsim.serving.StepMode;
import org.tafsim.stats.ConfidenceInterval;

/**
 * A whole run as a queue whose answers are known: Poisson arrivals, displaced by independent radio delays (which leaves them
 * Poisson), at one replica that serves alike requests one by one: M/D/1.
 */
class SimulationTheoryTest {

    private static final int REPLICATIONS = 10;
    private static final double CONFIDENCE = 0.999;
    private static final RunOptions OPTIONS = new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, true);
    private static final List<Trajectory> RUNS = new ArrayList<>();

    @BeforeAll
    static void simulate() {
        Scenario world = new SmallWorld()
                .oneByOne(1024)
                .requestsPerSecond(15)
                .seconds(600)
                .build();
        for (int replication = 0; replication < REPLICATIONS; replication++) {
            RUNS.add(SmallWorld.run(world, SmallWorld.always(0), replication, OPTIONS));
        }
    }

    @Test
    void theMeanWaitIsThatOfPollaczekAndKhinchine() {
        double service = RUNS.get(0).metric("all", "compute_mean");

        ConfidenceInterval excess = over(run -> {
            double load = run.metric("tier:near-edge", "utilization");
            return run.metric("all", "queue_mean") - load * service / (2 * (1 - load));
        });

        assertThat(RUNS)
                .allSatisfy(run ->
                        assertThat(run.metric("tier:near-edge", "utilization")).isBetween(0.4, 0.9));
        assertThat(excess.low()).isLessThan(0);
        assertThat(excess.high()).isGreaterThan(0);
    }

    @Test
    void thoseAtTheReplicaAreTheRateTimesTheStay() {
        ConfidenceInterval excess = over(run -> {
            double present = run.result().series().stream()
                    .filter(sample -> sample.metric().equals("in_flight")
                            && sample.entity().equals("tier:near-edge"))
                    .filter(sample -> sample.atNanos() > 10_000_000_000L)
                    .mapToDouble(SeriesSample::value)
                    .average()
                    .orElseThrow();
            double stay = (run.metric("all", "queue_mean") + run.metric("all", "compute_mean")) / 1e3;
            return present - run.metric("all", "requests") / 600 * stay;
        });

        assertThat(excess.low()).isLessThan(0);
        assertThat(excess.high()).isGreaterThan(0);
    }

    @Test
    void commonRandomNumbersTellPoliciesApartWithLess() {
        Scenario world = new SmallWorld().build();
        List<Double> paired = new ArrayList<>();
        List<Double> unpaired = new ArrayList<>();
        for (int replication = 0; replication < REPLICATIONS; replication++) {
            double near = ttft(world, 0, replication);
            paired.add(ttft(world, 1, replication) - near);
            unpaired.add(ttft(world, 1, replication + REPLICATIONS) - near);
        }

        assertThat(interval(paired).halfWidth()).isLessThan(interval(unpaired).halfWidth() / 2);
    }

    @Test
    void antitheticPairsSpreadLessThanIndependentOnes() {
        Scenario world = new SmallWorld()
                .oneByOne(1024)
                .requestsPerSecond(15)
                .seconds(300)
                .build();
        Simulation antithetic = new Simulation(world, SmallWorld.NO_TRACES, Randomness.ANTITHETIC);
        Simulation common = new Simulation(world, SmallWorld.NO_TRACES, Randomness.COMMON);

        assertThat(interval(pairs(antithetic)).halfWidth())
                .isLessThan(interval(pairs(common)).halfWidth());
    }

    @Test
    void independentPoliciesSeeRequestsOfTheirOwn() {
        Simulation independent = new Simulation(new SmallWorld().build(), SmallWorld.NO_TRACES, Randomness.INDEPENDENT);

        assertThat(requests(independent, "one", 0)).isNotEqualTo(requests(independent, "two", 0));
        assertThat(requests(independent, "one", 0)).isEqualTo(requests(independent, "one", 0));
    }

    private static double requests(Simulation simulation, String label, int replication) {
        PolicySpec policy = new PolicySpec(label, "fixed", Map.of());
        return new Trajectory(simulation.run(policy, SmallWorld.always(0), replication, OPTIONS, r -> {}), List.of())
                .metric("all", "ttft_mean");
    }

    /** Means over replications 2k and 2k + 1. */
    private static List<Double> pairs(Simulation simulation) {
        List<Double> pairs = new ArrayList<>();
        for (int pair = 0; pair < REPLICATIONS; pair++) {
            pairs.add((requests(simulation, "fixed", 2 * pair) + requests(simulation, "fixed", 2 * pair + 1)) / 2);
        }
        return pairs;
    }

    private static double ttft(Scenario world, int candidate, int replication) {
        return SmallWorld.run(world, SmallWorld.always(candidate), replication, OPTIONS)
                .metric("all", "ttft_mean");
    }

    private static ConfidenceInterval over(ToDoubleFunction<Trajectory> value) {
        return interval(RUNS.stream().map(value::applyAsDouble).toList());
    }

    private static ConfidenceInterval interval(List<Double> values) {
        return ConfidenceInterval.student(
                values.stream().mapToDouble(Double::doubleValue).toArray(), CONFIDENCE);
    }
}
