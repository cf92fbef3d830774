package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.DecisionSpec;
import org.tafsim.model.FleetSpec;
import org.tafsim.model.Scenario;
import org.tafsim.serving.StepMode;
import org.tafsim.stats.ConfidenceInterval;

/** The controller is a queue of Poisson arrivals and decisions of one length: M/D/c; windows make wait half their length. */
class DecisionTimeTheoryTest {

    private static final RunOptions OPTIONS = new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, true);
    private static final long MILLI = 1_000_000L;
    private static final int REPLICATIONS = 10;

    private static Trajectory run(DecisionSpec decision, int replication) {
        Scenario world = new SmallWorld().requestsPerSecond(25).seconds(200).build();
        return SmallWorld.run(
                FixedType.with(world, decision, FleetSpec.USUAL), SmallWorld.inTurn(), replication, OPTIONS);
    }

    private static double[] held(DecisionSpec decision) {
        return IntStream.range(0, REPLICATIONS)
                .mapToDouble(replication -> run(decision, replication).metric("all", "held_mean"))
                .toArray();
    }

    @Test
    void oneWorkerIsAnMD1Queue() {
        ConfidenceInterval held = ConfidenceInterval.student(held(new DecisionSpec(20 * MILLI, 0, 1, 0)), 0.999);

        double load = 0.5;
        double expected = 20 + load * 20 / (2 * (1 - load)); // Pollaczek and Khinchine, in ms
        assertThat(expected).isBetween(held.low(), held.high());
        assertThat(held.halfWidth()).isLessThan(1.5);
    }

    @Test
    void asManyWorkersAsNeededMakeNobodyWaitForAnother() {
        assertThat(held(new DecisionSpec(20 * MILLI, 0, 0, 0))).containsOnly(new double[] {20}, within(1e-6));
    }

    @Test
    void candidatesAddTheirTime() {
        assertThat(held(new DecisionSpec(5 * MILLI, 2 * MILLI, 0, 0)))
                .containsOnly(new double[] {5 + 3 * 2}, within(1e-6));
    }

    @Test
    void aWindowMakesWaitHalfItsLength() {
        ConfidenceInterval held = ConfidenceInterval.student(held(new DecisionSpec(0, 0, 0, 100 * MILLI)), 0.999);

        assertThat(50.0).isBetween(held.low(), held.high());
        assertThat(held.halfWidth()).isLessThan(1.5);
    }

    @Test
    void decisionsThatTakeNoTimeChangeNothing() {
        Trajectory instant = run(DecisionSpec.INSTANT, 0);

        assertThat(instant.metric("all", "held_mean")).isZero();
    }
}
