package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.DurationSpec;
import org.tafsim.model.FaultKind;
import org.tafsim.model.FaultScope;
import org.tafsim.model.FaultSpec;
import org.tafsim.model.FaultsSpec;
import org.tafsim.model.RunSpec;
import org.tafsim.model.Scenario;
import org.tafsim.serving.StepMode;
import org.tafsim.stats.Tally;

/** Availability of repairable sites against closed forms, at 99.9 %. */
class FaultsTheoryTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long HOUR = 3600 * SECOND;
    private static final long MEAN_UP = 600 * SECOND;
    private static final long MEAN_DOWN = 150 * SECOND;
    private static final double UP = 0.8;
    private static final int RUNS = 20;
    private static final double STUDENT = 3.883; // 99.9 %, two-sided, 19 degrees of freedom
    private static final RunOptions QUICK = new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, false);
    private static final DurationSpec EXPONENTIAL_UP = new DurationSpec.Exponential(MEAN_UP);
    private static final DurationSpec EXPONENTIAL_DOWN = new DurationSpec.Exponential(MEAN_DOWN);

    /** Independent Markov chains: P(at least k of n up) is a binomial tail. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void atLeastKOfNSitesAreOpenAsOftenAsTheMarkovChainSays(int least) {
        double expected = 0;
        for (int up = least; up <= 3; up++) {
            expected += choose(3, up) * Math.pow(UP, up) * Math.pow(1 - UP, 3 - up);
        }

        assertMean(
                expected,
                EXPONENTIAL_UP,
                EXPONENTIAL_DOWN,
                run -> run.result().series().stream()
                        .filter(sample -> sample.metric().equals("sites_open"))
                        .filter(sample -> sample.atNanos() > HOUR)
                        .mapToDouble(sample -> sample.value() >= least ? 1 : 0)
                        .average()
                        .orElseThrow());
    }

    /** The application needs one of three. */
    @Test
    void anApplicationIsServedWhileOneOfItsLawfulSitesIsOpen() {
        assertMean(
                1 - Math.pow(1 - UP, 3),
                EXPONENTIAL_UP,
                EXPONENTIAL_DOWN,
                run -> run.metric("app:chat", "availability"));
    }

    /** Alternating renewal: up / (up + down), whatever the distributions. */
    @Test
    void aSiteIsOpenAsItsMeansSay() {
        double deviation = StrictMath.log(4) / 1.6448536269514722;
        long median = Math.round(MEAN_DOWN / StrictMath.exp(deviation * deviation / 2));

        assertMean(
                UP,
                new DurationSpec.Weibull(1.7, MEAN_UP),
                new DurationSpec.LogNormal(median, 4 * median),
                run -> run.metric("site:munich", "availability"));
    }

    @Test
    void repairsTakeAsLongAsStated() {
        assertMean(
                MEAN_DOWN / (double) HOUR, EXPONENTIAL_UP, EXPONENTIAL_DOWN, run -> run.metric("fault:site", "mttr"));
    }

    private static double choose(int of, int some) {
        return some == 0 || some == of ? 1 : of; // of three
    }

    private static void assertMean(
            double expected, DurationSpec up, DurationSpec down, ToDoubleFunction<Trajectory> metric) {
        FaultSpec fault = new FaultSpec("site", FaultKind.SITE, FaultScope.ALL, up, down, OptionalDouble.empty(), 0);
        Scenario scenario = new SmallWorld()
                .requestsPerSecond(0.001)
                .build()
                .with(new RunSpec(7, RUNS, HOUR, 48 * HOUR, SECOND, 20 * SECOND, 0))
                .withFaults(new FaultsSpec(8, List.of(fault), List.of(), List.of()));
        Tally tally = new Tally();
        for (int replication = 0; replication < RUNS; replication++) {
            tally.record(metric.applyAsDouble(SmallWorld.run(scenario, SmallWorld.inTurn(), replication, QUICK)));
        }
        double halfWidth = STUDENT * tally.standardDeviation() / Math.sqrt(RUNS);
        assertThat(halfWidth).isLessThan(0.05 * expected);
        assertThat(tally.mean()).isCloseTo(expected, within(halfWidth));
    }
}
