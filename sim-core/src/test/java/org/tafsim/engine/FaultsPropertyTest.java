package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.DurationSpec;
import org.tafsim.model.FaultKind;
import org.tafsim.model.FaultScope;
import org.tafsim.model.FaultSpec;
import org.tafsim.model.FaultsSpec;
import org.tafsim.model.Maintenance;
import org.tafsim.model.RetrySpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.ScriptedFault;
import org.tafsim.serving.StepMode;
import org.tafsim.testing.SeedSource;

/** Laws of faults, in random worlds; runs are audited, so INV-1 and INV-F1 are checked in all of them. */
class FaultsPropertyTest {

    private static final long SECOND = 1_000_000_000L;

    /** No answer is longer on its way down. */
    private static final long WAY_DOWN = SECOND / 4;

    private static final long LONGEST_RUN = 160 * SECOND;
    private static final List<String> SITES = List.of("munich", "zurich", "virginia");
    private static final RunOptions AUDITED = new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, true);
    private static final RunOptions STEP_BY_STEP = new RunOptions(KernelKind.HEAP, StepMode.EXACT_STEPS, true);

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 25)
    void stepByStepAndOnAnyKernelItIsTheSame(long seed) {
        Trajectory quick = SmallWorld.run(anything(seed), SmallWorld.inTurn(), AUDITED);
        Trajectory slow = SmallWorld.run(anything(seed), SmallWorld.inTurn(), STEP_BY_STEP);

        quick.requireSame(slow);
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 25)
    void everyRequestEndsOnceAndRetriesKeepTheirBudget(long seed) {
        Scenario scenario = anything(seed);

        Trajectory run = SmallWorld.run(scenario, SmallWorld.inTurn(), AUDITED);

        double ended = Stream.of(Outcome.values())
                .filter(outcome -> outcome != Outcome.EXPIRED && outcome != Outcome.REJECTED_NO_CONTRACT)
                .mapToDouble(outcome -> run.metric("all", outcome.word()))
                .sum();
        assertThat(run.metric("all", "requests")).isEqualTo(ended);
        assertThat(run.requests()).extracting(RequestRecord::sequence).doesNotHaveDuplicates();
        scenario.apps().get(0).requestTerms().retries().ifPresent(retries -> {
            double windows = 1 + Math.ceil((double) LONGEST_RUN / retries.windowNanos());
            assertThat(run.metric("all", "retries"))
                    .isLessThanOrEqualTo(windows * retries.atLeast()
                            + 2 * retries.budget() * run.requests().size());
        });
        assertThat(run.metric("all", "failovers")).isLessThanOrEqualTo(run.metric("all", "retries"));
    }

    /** Stated outages of whole sites, which overlap: an oracle that needs no simulator. */
    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 50)
    void nothingIsServedAtAStoppedSite(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ScriptedFault> outages = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            outages.add(outage("outage" + i, random));
        }
        Scenario scenario = world(random).withFaults(new FaultsSpec(8, List.of(), outages, List.of()));

        Trajectory run = SmallWorld.run(scenario, SmallWorld.inTurn(), AUDITED);

        for (RequestRecord request : run.requests()) {
            if (request.outcome() == Outcome.COMPLETED) {
                assertThat(outages)
                        .filteredOn(outage -> request.replica()
                                .endsWith(outage.scope().siteIds().get(0)))
                        .as("%s", request)
                        .noneMatch(outage -> isDown(outage, request.admittedNanos())
                                || (outage.atNanos() > request.admittedNanos()
                                        && outage.atNanos() < request.endNanos() - WAY_DOWN));
            }
        }
        long horizon = scenario.run().horizonNanos();
        assertThat(run.metric("all", "faults_open")).isEqualTo((double)
                outages.stream().filter(outage -> isDown(outage, horizon)).count());
        for (int site = 0; site < SITES.size(); site++) {
            assertThat(run.metric("site:" + SITES.get(site), "availability"))
                    .isEqualTo(openShare(outages, SITES.get(site), scenario));
        }
    }

    private static boolean isDown(ScriptedFault outage, long nanos) {
        return outage.atNanos() <= nanos
                && nanos < outage.atNanos() + outage.lastsNanos().orElse(Long.MAX_VALUE / 2);
    }

    /** All times are whole seconds. */
    private static double openShare(List<ScriptedFault> outages, String site, Scenario scenario) {
        long open = 0;
        long seconds = scenario.run().durationNanos() / SECOND;
        for (long second = 0; second < seconds; second++) {
            long nanos = scenario.run().warmupNanos() + second * SECOND;
            boolean isClosed = outages.stream()
                    .filter(outage -> outage.scope().siteIds().contains(site))
                    .anyMatch(outage -> isDown(outage, nanos));
            open += isClosed ? 0 : 1;
        }
        return (double) open / seconds;
    }

    private static ScriptedFault outage(String id, SplittableRandom random) {
        return new ScriptedFault(
                id,
                random.nextBoolean() ? FaultKind.SITE : FaultKind.LINK,
                FaultScope.of(SITES.get(random.nextInt(SITES.size()))),
                random.nextInt(45) * SECOND,
                random.nextInt(5) == 0 ? OptionalLong.empty() : OptionalLong.of((1 + random.nextInt(15)) * SECOND),
                0);
    }

    private static Scenario world(SplittableRandom random) {
        SmallWorld world = new SmallWorld()
                .seed(random.nextLong())
                .seconds(30)
                .requestsPerSecond(1 + 9 * random.nextDouble())
                .kvBlocks(500 + random.nextInt(2000));
        if (random.nextInt(3) > 0) {
            world.retries(new RetrySpec(
                    random.nextDouble(),
                    random.nextInt(4),
                    random.nextInt(3) * SECOND / 5,
                    3 * SECOND,
                    random.nextInt(10)));
        }
        return world.build();
    }

    static Scenario anything(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<FaultSpec> faults = new ArrayList<>();
        for (FaultKind kind : FaultKind.values()) {
            if (random.nextInt(3) > 0) {
                boolean isRegional = kind != FaultKind.CONTROL_PLANE && random.nextInt(3) == 0;
                faults.add(new FaultSpec(
                        kind.word(),
                        kind,
                        random.nextBoolean() ? FaultScope.ALL : FaultScope.of("munich", "virginia"),
                        duration(random, 15),
                        duration(random, 4),
                        isRegional ? OptionalDouble.of(0.7) : OptionalDouble.empty(),
                        kind == FaultKind.POWER ? random.nextInt(3) * SECOND : 0));
            }
        }
        List<ScriptedFault> scripted = random.nextBoolean() ? List.of() : List.of(outage("scripted", random));
        List<Maintenance> maintenance = List.of(new Maintenance(
                "upgrade",
                FaultKind.SITE,
                FaultScope.ALL,
                random.nextInt(30) * SECOND,
                random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(8 * SECOND),
                1 + random.nextInt(2),
                random.nextInt(5) * SECOND,
                (1 + random.nextInt(3)) * SECOND));
        return world(random)
                .withFaults(new FaultsSpec(8, faults, scripted, random.nextBoolean() ? maintenance : List.of()));
    }

    private static DurationSpec duration(SplittableRandom random, long meanSeconds) {
        long mean = meanSeconds * SECOND;
        return switch (random.nextInt(4)) {
            case 0 -> new DurationSpec.Constant(mean);
            case 1 -> new DurationSpec.Exponential(mean);
            case 2 -> new DurationSpec.Weibull(0.5 + random.nextDouble(), mean);
            default -> new DurationSpec.LogNormal(mean, 3 * mean);
        };
    }
}
