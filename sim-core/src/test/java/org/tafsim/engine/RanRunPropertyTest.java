package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.DurationSpec;
import org.tafsim.model.FaultKind;
import org.tafsim.model.FaultScope;
import org.tafsim.model.FaultSpec;
import org.tafsim.model.FaultsSpec;
import org.tafsim.model.RetrySpec;
import org.tafsim.model.Scenario;
import org.tafsim.serving.StepMode;
import org.tafsim.testing.SeedSource;

/** Laws of RAN in runs, in random worlds with faults; runs are audited, and INV-R1 to INV-R3 hold in all of them. */
@Tag("long")
class RanRunPropertyTest {

    private static final RunOptions AUDITED = new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, true);

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 40)
    void stepByStepAndOnAnyKernelItIsTheSame(long seed) {
        Trajectory quick = SmallWorld.run(world(seed), SmallWorld.inTurn(), AUDITED);

        for (KernelKind kernel : List.of(KernelKind.HEAP, KernelKind.RADIX, KernelKind.SSJ)) {
            Trajectory slow = SmallWorld.run(
                    world(seed), SmallWorld.inTurn(), new RunOptions(kernel, StepMode.EXACT_STEPS, true));
            quick.requireSame(slow);
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 60)
    void everyRequestEndsOnceAndSharesAreNoMoreThanTheCard(long seed) {
        Trajectory run = SmallWorld.run(world(seed), SmallWorld.inTurn(), AUDITED);

        double ended = Stream.of(Outcome.values())
                .filter(outcome -> outcome != Outcome.EXPIRED && outcome != Outcome.REJECTED_NO_CONTRACT)
                .mapToDouble(outcome -> run.metric("all", outcome.word()))
                .sum();
        assertThat(ended).isEqualTo(run.metric("all", "requests"));
        double ran = run.metric("all", "ran_share_mean") * run.metric("all", "ran_availability");
        assertThat(ran + run.metric("all", "ai_share_mean")).isLessThanOrEqualTo(1 + 1e-9);
        assertThat(run.metric("all", "harvested_busy_gpu_h"))
                .isLessThanOrEqualTo(run.metric("all", "harvested_gpu_h") * (1 + 1e-9));
    }

    /** What RAN does is drawn from streams of its own. */
    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 20)
    void itChangesNoArrival(long seed) {
        Scenario with = world(seed);

        Trajectory run = SmallWorld.run(with, SmallWorld.inTurn(), AUDITED);
        Trajectory without = SmallWorld.run(with.withRan(List.of()), SmallWorld.inTurn(), AUDITED);

        assertThat(run.metric("all", "requests")).isCloseTo(without.metric("all", "requests"), within(0.0));
        assertThat(run.metric("all", "prompt_tokens")).isPositive();
    }

    private static Scenario world(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SmallWorld world = new SmallWorld()
                .seed(random.nextLong())
                .seconds(30)
                .requestsPerSecond(1 + 14 * random.nextDouble())
                .kvBlocks(500 + random.nextInt(2000));
        if (random.nextBoolean()) {
            world.retries(new RetrySpec(0.5, random.nextInt(4), RanWorld.SECOND / 5, 3 * RanWorld.SECOND, 10));
        }
        Scenario scenario = world.build().withRan(List.of(RanWorld.any(random)));
        return random.nextInt(3) > 0 ? scenario : scenario.withFaults(faults());
    }

    private static FaultsSpec faults() {
        FaultSpec site = new FaultSpec(
                "site",
                FaultKind.SITE,
                FaultScope.ALL,
                new DurationSpec.Exponential(15 * RanWorld.SECOND),
                new DurationSpec.Exponential(4 * RanWorld.SECOND),
                OptionalDouble.empty(),
                0);
        return new FaultsSpec(8, List.of(site), List.of(), List.of());
    }
}
