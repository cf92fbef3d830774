package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.kernel.KernelKind;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.CutOff;
import org.tafsim.model.LifeSpec;
import org.tafsim.model.OnDemandSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServiceRole;
import org.tafsim.model.SovereigntySpec;
import org.tafsim.policy.RoutingPolicyType;
import org.tafsim.serving.StepMode;
import org.tafsim.testing.SeedSource;
import umontreal.ssj.rng.RandomStream;

/** Models on demand in whole runs. */
class ModelLifeRunTest {
    private static final long SECOND = LifeWorld.SECOND;
    private static final RunOptions AUDITED = new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, true);

    @Test
    void aPullAloneOnItsLinksTakesItsBytesByTheirRate() {
        Scenario scenario = new LifeWorld(new SmallWorld().requestsPerSecond(0.5)).build();
        List<Double> ready = new ArrayList<>();

        Trajectory run = SmallWorld.run(scenario, watching(ready), AUDITED);

        // 2 GB of image and 3.8 GB of weights over 1 Gbit/s; 2 s, 1.9 s, 0.19 s and 3 s
        double first = firstArrival(run);
        assertThat(firstAdmitted(run) - first).isCloseTo(46.4 + 7.09, within(0.1));
        assertThat(run.metric("all", "starts")).isEqualTo(1);
        assertThat(run.metric("all", "start_mean")).isCloseTo(46.4 + 7.09, within(0.05));
        assertThat(ready.get(0))
                .as("what a policy was told at the first request")
                .isCloseTo(46.4 + 7.09, within(0.05));
    }

    private static double firstArrival(Trajectory run) {
        return run.requests().stream()
                        .mapToLong(RequestRecord::arrivalNanos)
                        .min()
                        .orElseThrow()
                / 1e9;
    }

    private static double firstAdmitted(Trajectory run) {
        return run.requests().stream()
                        .mapToLong(RequestRecord::admittedNanos)
                        .min()
                        .orElseThrow()
                / 1e9;
    }

    /** Sends everything to Munich, and notes what it is told of starts. */
    private static RoutingPolicyType watching(List<Double> starts) {
        return SmallWorld.policy((request, candidates) -> {
            assertThat(candidates.isReady(0)).isEqualTo(candidates.startSeconds(0) == 0);
            assertThat(candidates.isReady(1)).isTrue();
            starts.add(candidates.startSeconds(0));
            return 0;
        });
    }

    @Test
    void policiesAreToldTheTimeThatAStartStillTakes() {
        Scenario scenario = new LifeWorld(new SmallWorld().requestsPerSecond(4)).build();
        List<Double> starts = new ArrayList<>();

        SmallWorld.run(scenario, watching(starts), AUDITED);

        int whenReady = starts.indexOf(0.0);
        assertThat(starts.subList(0, whenReady)).hasSizeGreaterThan(100);
        for (int i = 1; i < whenReady; i++) { // the first few were asked before the first had reached its replica
            assertThat(starts.get(i)).isLessThanOrEqualTo(starts.get(i - 1) + 1e-9);
        }
        assertThat(starts.subList(whenReady, starts.size())).containsOnly(0.0);
    }

    @Test
    void whoIsColdWaitsAtTheDoorAndIsServedInTheOrderOfComing() {
        Scenario scenario = new LifeWorld(new SmallWorld().requestsPerSecond(4).oneByOne(50))
                .onDemand(spec -> change(spec, List.of(), 0, 0, true))
                .build();

        Trajectory run = SmallWorld.run(scenario, SmallWorld.always(0), AUDITED);

        List<RequestRecord> byArrival = run.requests().stream()
                .sorted((a, b) -> Long.compare(a.reachedReplicaNanos(), b.reachedReplicaNanos()))
                .toList();
        assertThat(byArrival).extracting(RequestRecord::admittedNanos).isSorted();
        double start = 2 + 1.9 + 0.19 + 3;
        assertThat(byArrival.get(0).admittedNanos() - byArrival.get(0).reachedReplicaNanos())
                .isCloseTo((long) (start * 1e9), within(SECOND / 10));
        assertThat(run.metric("all", "bytes_pulled")).isZero();
        assertThat(run.metric("all", "completed")).isEqualTo(run.measured().size());
    }

    @Test
    void whatIsReadyAtTheStartIsNotCold() {
        Scenario scenario = new LifeWorld(new SmallWorld())
                .onDemand(spec -> change(spec, List.of("tiny-0"), 0, 0, false))
                .build();

        Trajectory run = SmallWorld.run(scenario, SmallWorld.always(0), AUDITED);

        assertThat(run.metric("all", "cold_requests")).isZero();
        assertThat(run.metric("app:chat", "cold_fraction")).isZero();
        assertThat(run.metric("all", "starts")).isZero();
        assertThat(run.metric("all", "resident_fraction")).isGreaterThan(0.2);
    }

    @Test
    void loadedModelsServeAsThoseThatAreNeverUnloaded() {
        Scenario onDemand = new LifeWorld(new SmallWorld())
                .onDemand(spec -> change(spec, List.of("tiny-0"), 0, 0, false))
                .build();
        Scenario always = new SmallWorld().build();

        Trajectory one = SmallWorld.run(onDemand, SmallWorld.always(0), AUDITED);
        Trajectory other = SmallWorld.run(always, SmallWorld.always(0), AUDITED);

        assertThat(one.requests())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("replica")
                .isEqualTo(other.requests());
    }

    @Test
    void aPullMakesRequestsWaitOnTheLinksThatItUses() {
        SmallWorld world = new SmallWorld().requestsPerSecond(2);
        Scenario pulling = new LifeWorld(world).models(2).build();
        Scenario onDisk = new LifeWorld(world)
                .models(2)
                .onDemand(spec -> change(spec, List.of(), 0, 0, true))
                .build();

        double network = SmallWorld.run(pulling, SmallWorld.always(0), AUDITED).metric("all", "network_mean");
        double alone = SmallWorld.run(onDisk, SmallWorld.always(0), AUDITED).metric("all", "network_mean");

        // at most the window of either pull stands before a request: 2 × 6 MiB at 1 Gbit/s
        assertThat(network - alone).isBetween(1.0, 101.0);
    }

    @Test
    void whoGivesUpAtADoorIsGone() {
        Scenario scenario = new LifeWorld(new SmallWorld().requestsPerSecond(4).timeoutNanos(5 * SECOND)).build();

        Trajectory run = SmallWorld.run(scenario, SmallWorld.always(0), AUDITED);

        assertThat(run.metric("all", "expired")).isGreaterThan(100);
        assertThat(run.metric("all", "completed")).isPositive();
        assertThat(run.metric("all", "expired") + run.metric("all", "completed"))
                .isEqualTo(run.measured().size());
        assertThat(run.measured())
                .filteredOn(request -> request.outcome() == Outcome.EXPIRED)
                .allSatisfy(request ->
                        assertThat(request.endNanos() - request.arrivalNanos()).isEqualTo(5 * SECOND));
    }

    @Test
    void aSiteCutOffFromTheRegistryCannotStartAndOthersServe() {
        Scenario scenario = new LifeWorld(new SmallWorld()
                        .requestsPerSecond(4)
                        .munichUses(ServiceRole.REGISTRY, "cloud", 0)
                        .law(ModelLifeRunTest::cut))
                .build();

        Trajectory run = SmallWorld.run(scenario, onlyOf("munich", "zurich"), AUDITED);

        assertThat(run.metric("all", "completed")).isEqualTo(run.measured().size());
        assertThat(run.requests())
                .filteredOn(request -> request.arrivalNanos() > 1 && request.arrivalNanos() < 30 * SECOND)
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.replica()).startsWith("zurich"));
        assertThat(run.requests())
                .filteredOn(request -> request.arrivalNanos() > 30 * SECOND)
                .anySatisfy(request -> assertThat(request.replica()).startsWith("munich"));
    }

    /** From the first nanosecond on, so that nothing is loaded yet. */
    private static SovereigntySpec cut(SovereigntySpec law) {
        CutOff cutOff = new CutOff(1, OptionalLong.of(30 * SECOND), CutOff.Target.REGIME, "US", 1_000_000 * SECOND);
        return new SovereigntySpec(law.regimes(), List.of(), law.reach(), law.changes(), List.of(cutOff), law.remedy());
    }

    /** The first of these sites that is open. */
    private static RoutingPolicyType onlyOf(String... sites) {
        return SmallWorld.policy((request, candidates) -> {
            for (String site : sites) {
                for (int candidate = 0; candidate < candidates.size(); candidate++) {
                    if (candidates.site(candidate).id().equals(site)) {
                        return candidate;
                    }
                }
            }
            return -1;
        });
    }

    @ParameterizedTest
    @SeedSource(count = 30)
    void theLawsHoldAndNothingDependsOnHowItIsComputed(long seed) {
        Scenario scenario = random(seed);
        Supplier<RoutingPolicyType> policy = seed % 2 == 0 ? () -> SmallWorld.always(0) : SmallWorld::inTurn;

        Trajectory expected = SmallWorld.run(scenario, policy.get(), AUDITED);

        assertThat(expected.metric("all", "requests"))
                .isEqualTo(expected.measured().size());
        for (KernelKind kernel : List.of(KernelKind.HEAP, KernelKind.CALENDAR)) {
            RunOptions options = new RunOptions(kernel, StepMode.EXACT_STEPS, true);
            Trajectory other = SmallWorld.run(scenario, policy.get(), options);
            assertThat(other.requests()).isEqualTo(expected.requests());
            assertThat(other.result().metrics()).isEqualTo(expected.result().metrics());
            assertThat(other.result().series()).isEqualTo(expected.result().series());
        }
    }

    @Test
    void theRandomWorldsHaveWhatTheyAreToTest() {
        Map<String, Double> sums = new TreeMap<>();
        for (long seed = 1; seed <= 12; seed++) {
            Trajectory run = SmallWorld.run(random(seed), SmallWorld.inTurn(), AUDITED);
            run.result().metrics().stream()
                    .filter(metric -> metric.scope().equals("all"))
                    .forEach(metric -> sums.merge(metric.name(), metric.value(), Double::sum));
        }

        assertThat(List.of("starts", "evictions", "cold_requests", "bytes_pulled", "expired", "completed"))
                .allSatisfy(name -> assertThat(sums.get(name)).as(name).isGreaterThan(3));
    }

    private static Scenario random(long seed) {
        RandomStream random = new RandomStreams(seed, 0).stream("world");
        SmallWorld world = new SmallWorld()
                .seed(seed)
                .requestsPerSecond(0.05 + random.nextDouble())
                .telemetryNanos(random.nextInt(0, 1) * SECOND)
                .seconds(120);
        if (random.nextInt(0, 1) == 0) {
            world.timeoutNanos(random.nextInt(2, 40) * SECOND);
        }
        if (random.nextInt(0, 2) == 0) {
            ServiceRole[] roles = {ServiceRole.REGISTRY, ServiceRole.LICENSE, ServiceRole.IDENTITY};
            world.munichUses(roles[random.nextInt(0, 2)], "cloud").law(law -> {
                long at = random.nextInt(1, 60) * SECOND;
                CutOff cut = new CutOff(at, OptionalLong.of(at + 20 * SECOND), CutOff.Target.REGIME, "US", 5 * SECOND);
                return new SovereigntySpec(
                        law.regimes(), law.rules(), law.reach(), law.changes(), List.of(cut), law.remedy());
            });
        }
        LifeSpec life = new LifeSpec(
                "zurich",
                random.nextInt(0, 1) * 100_000_000L,
                random.nextInt(0, 2) * SECOND,
                random.nextInt(0, 2) * SECOND,
                1e10,
                20e9,
                random.nextInt(0, 12) * 1_000_000_000L,
                random.nextInt(0, 2) > 0,
                List.of());
        long keepAlive = random.nextInt(0, 3) * SECOND;
        long host = random.nextInt(0, 2) * 4_000_000_000L;
        boolean onDisk = random.nextInt(0, 1) == 0;
        List<String> loaded = random.nextInt(0, 1) == 0 ? List.of() : List.of("tiny-1");
        return new LifeWorld(world)
                .models(4)
                .life(life)
                .onDemand(spec -> change(spec, loaded, keepAlive, host, onDisk))
                .build();
    }

    private static OnDemandSpec change(
            OnDemandSpec spec, List<String> loaded, long keepAlive, long host, boolean onDisk) {
        return new OnDemandSpec(spec.siteId(), spec.modelIds(), loaded, Map.of("card", 1), keepAlive, host, onDisk);
    }
}
