package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.CardShare;
import org.tafsim.model.HedgeSpec;
import org.tafsim.model.OnInfeasible;
import org.tafsim.model.RetrySpec;
import org.tafsim.model.Rule;
import org.tafsim.model.Scenario;
import org.tafsim.serving.StepMode;
import org.tafsim.testing.SeedSource;

/**
 * Laws of hedges, in random worlds with faults, sessions, impatient clients, models on demand, contracts and RAN; runs are audited, so
 * INV-1, INV-2, INV-C1 and INV-D1 are checked in all of them.
 */
class HedgesPropertyTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long NEVER = 1_000_000 * SECOND;
    private static final RunOptions AUDITED = new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, true);
    private static final RunOptions STEP_BY_STEP = new RunOptions(KernelKind.HEAP, StepMode.EXACT_STEPS, true);

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 60)
    void stepByStepAndOnAnyKernelItIsTheSame(long seed) {
        Trajectory quick = SmallWorld.run(hedged(seed), SmallWorld.inTurn(), AUDITED);
        Trajectory slow = SmallWorld.run(hedged(seed), SmallWorld.inTurn(), STEP_BY_STEP);

        quick.requireSame(slow);
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 60)
    void everyRequestEndsOnceAndCopiesKeepTheBudget(long seed) {
        Scenario scenario = hedged(seed);

        Trajectory run = SmallWorld.run(scenario, SmallWorld.inTurn(), AUDITED);

        double ended = Stream.of(Outcome.values())
                .filter(outcome -> hasMetric(run, outcome.word()))
                .mapToDouble(outcome -> run.metric("all", outcome.word()))
                .sum();
        assertThat(run.metric("all", "requests")).isEqualTo(ended);
        assertThat(run.requests())
                .extracting(request -> request.app() + request.sequence())
                .doesNotHaveDuplicates();
        RetrySpec retries = scenario.apps().get(0).requestTerms().retries().orElseThrow();
        double windows = 1 + Math.ceil(160.0 * SECOND / retries.windowNanos());
        assertThat(run.metric("all", "hedges") + run.metric("all", "retries"))
                .isLessThanOrEqualTo(windows * retries.atLeast()
                        + 2 * retries.budget() * run.requests().size());
        assertThat(run.metric("all", "hedges_won")).isLessThanOrEqualTo(run.metric("all", "hedges"));
    }

    private static boolean hasMetric(Trajectory run, String name) {
        return run.result().metrics().stream().anyMatch(metric -> metric.name().equals(name));
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 30)
    void whoWaitsLongerThanAnythingTakesHedgesAsIfThereWereNone(long seed) {
        RetrySpec retries = retries(new SplittableRandom(seed), Optional.empty());
        RetrySpec late = new RetrySpec(
                retries.budget(),
                retries.most(),
                retries.backoffNanos(),
                retries.windowNanos(),
                retries.atLeast(),
                Optional.of(new HedgeSpec(NEVER, 2)));

        Trajectory without = SmallWorld.run(world(seed, retries), SmallWorld.inTurn(), AUDITED);
        Trajectory with = SmallWorld.run(world(seed, late), SmallWorld.inTurn(), AUDITED);

        assertThat(with.requests()).isEqualTo(without.requests());
        assertThat(with.result().series()).isEqualTo(without.result().series());
        assertThat(with.result().metrics())
                .filteredOn(metric -> !metric.name().startsWith("hedges"))
                .isEqualTo(without.result().metrics());
        assertThat(with.metric("all", "hedges")).isZero();
    }

    /** Losing a copy, winning by one, and being refused one are not rare in them. */
    @Test
    void theRandomWorldsHaveWhatTheyAreToTest() {
        List<Trajectory> runs = IntStream.range(0, 20)
                .mapToObj(seed -> SmallWorld.run(hedged(seed), SmallWorld.inTurn(), AUDITED))
                .toList();

        for (String name : List.of("hedges", "hedges_won", "hedges_refused", "retries", "failovers", "lost")) {
            assertThat(runs.stream().filter(run -> run.metric("all", name) > 0).count())
                    .as(name)
                    .isGreaterThan(4);
        }
    }

    private static Scenario hedged(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        HedgeSpec hedge = new HedgeSpec((1 + random.nextInt(200)) * SECOND / 1000, 1 + random.nextInt(3));
        return world(seed, retries(random, Optional.of(hedge)));
    }

    private static RetrySpec retries(SplittableRandom random, Optional<HedgeSpec> hedge) {
        return new RetrySpec(
                random.nextDouble(),
                random.nextInt(4),
                random.nextInt(3) * SECOND / 5,
                3 * SECOND,
                random.nextInt(10),
                hedge);
    }

    private static Scenario world(long seed, RetrySpec retries) {
        SplittableRandom random = new SplittableRandom(-seed);
        SmallWorld world = random.nextInt(3) == 0
                ? SessionsPropertyTest.world(seed)
                : new SmallWorld()
                        .seed(seed)
                        .seconds(30)
                        .requestsPerSecond(1 + 11 * random.nextDouble())
                        .kvBlocks(500 + random.nextInt(2000));
        if (random.nextInt(3) == 0) {
            world.timeoutNanos((1 + random.nextInt(30)) * SECOND / 10);
        }
        double part = 0.1 + 0.9 * random.nextDouble();
        world.retries(retries)
                .partInMunich(new CardShare("", part, part, 1, 1, 1, 1, "a part"))
                .telemetryNanos(random.nextInt(2) * SECOND)
                .ruleMode(random.nextBoolean() ? Rule.Mode.ENFORCE : Rule.Mode.AUDIT);
        boolean isOnDemand = random.nextInt(4) == 0;
        boolean isShared = !isOnDemand && random.nextInt(3) == 0;
        if (isShared) {
            world.americanCloud().terms(Agreements.otherwise(new OnInfeasible.Queue(3 * SECOND)));
        }
        Scenario scenario = isOnDemand ? new LifeWorld(world).models(2).build() : world.build();
        if (!isOnDemand && random.nextInt(4) == 0) {
            scenario = scenario.withRan(List.of(RanWorld.any(random)));
        }
        if (isShared) {
            scenario = scenario.withFederation(
                    ContractsPropertyTest.anything(seed).federation().orElseThrow());
        }
        return random.nextInt(5) == 0
                ? scenario
                : scenario.withFaults(FaultsPropertyTest.anything(seed).faults());
    }
}
