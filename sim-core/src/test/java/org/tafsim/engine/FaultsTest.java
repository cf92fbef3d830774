package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.DurationSpec;
import org.tafsim.model.FaultKind;
import org.tafsim.model.FaultScope;
import org.tafsim.model.FaultSpec;
import org.tafsim.model.FaultsSpec;
import org.tafsim.model.GeoPoint;
import org.tafsim.model.Maintenance;
import org.tafsim.model.RetrySpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.ScriptedFault;
import org.tafsim.model.Tier;
import org.tafsim.serving.StepMode;

class FaultsTest {

    private static final long SECOND = 1_000_000_000L;
    private static final RunOptions AUDITED = new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, true);

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"SITE", "NODE", "ACCELERATOR", "LINK", "POWER"})
    void aSiteThatFailsServesNobodyUntilItIsRepaired(FaultKind kind) {
        Trajectory run = run(new SmallWorld().build(), scripted(kind, 20, 30, 0, FaultScope.of("munich")));

        assertThat(run.requests())
                .filteredOn(request -> request.replica().equals("replica-munich"))
                .filteredOn(request -> request.outcome() == Outcome.COMPLETED)
                .isNotEmpty()
                .noneMatch(request -> isWithin(request.admittedNanos(), 20, 30));
        assertThat(run.requests())
                .anyMatch(
                        request -> request.replica().equals("replica-munich") && request.admittedNanos() > 30 * SECOND);
        assertThat(run.metric("site:munich", "availability")).isEqualTo(1 - 10.0 / 60);
        assertThat(run.metric("site:zurich", "availability")).isEqualTo(1);
        assertThat(run.metric("all", "availability")).isEqualTo(1);
        assertThat(run.metric("fault:it", "mttr")).isEqualTo(10.0 / 3600);
    }

    private static boolean isWithin(long nanos, long from, long to) {
        return nanos >= from * SECOND && nanos < to * SECOND;
    }

    @Test
    void whatItHadIsPlacedAgainOnceAndElsewhere() {
        Trajectory run = run(
                new SmallWorld().requestsPerSecond(10).answers(300).build(),
                scripted(FaultKind.SITE, 30, 40, 0, FaultScope.of("munich")));

        assertThat(run.metric("all", "retries")).isPositive().isEqualTo(run.metric("all", "failovers"));
        assertThat(run.metric("all", "lost")).isZero();
    }

    @Test
    void whereEverythingFailsWhatIsUnderWayIsLostAndWhatComesIsSentAway() {
        Trajectory run = run(
                new SmallWorld().requestsPerSecond(10).answers(300).build(),
                scripted(FaultKind.SITE, 30, 40, 0, FaultScope.ALL));

        assertThat(run.metric("all", "lost")).isPositive();
        assertThat(run.metric("all", "rejected_unavailable")).isBetween(60.0, 140.0);
        assertThat(run.metric("app:chat", "availability")).isEqualTo(1 - 10.0 / 60);
        assertThat(run.metric("all", "faults")).isEqualTo(3);
    }

    @Test
    void aFaultWithoutAnEndIsListedOpen() {
        FaultsSpec forGood = new FaultsSpec(
                8,
                List.of(),
                List.of(new ScriptedFault(
                        "it", FaultKind.SITE, FaultScope.of("munich"), 40 * SECOND, OptionalLong.empty(), 0)),
                List.of());

        Trajectory run = run(new SmallWorld().build(), forGood);

        assertThat(run.metric("fault:it", "faults_open")).isEqualTo(1);
        assertThat(run.metric("site:munich", "availability")).isEqualTo(0.5);
    }

    @Test
    void aBatteryBridgesWhatIsShorterAndShortensWhatIsLonger() {
        FaultScope munich = FaultScope.of("munich");

        Trajectory bridged = run(new SmallWorld().build(), scripted(FaultKind.POWER, 20, 30, 10, munich));
        Trajectory shortened = run(new SmallWorld().build(), scripted(FaultKind.POWER, 20, 50, 12, munich));

        assertThat(bridged.metric("site:munich", "availability")).isEqualTo(1);
        assertThat(bridged.metric("all", "faults")).isEqualTo(1);
        assertThat(shortened.metric("site:munich", "availability")).isEqualTo(1 - 18.0 / 60);
    }

    /** Munich would be back at 25 s; the control plane is back at 45 s. */
    @Test
    void withoutAControlPlaneNothingThatStoppedComesBack() {
        FaultsSpec faults = new FaultsSpec(
                8,
                List.of(),
                List.of(
                        new ScriptedFault(
                                "site",
                                FaultKind.SITE,
                                FaultScope.of("munich"),
                                20 * SECOND,
                                OptionalLong.of(5 * SECOND),
                                0),
                        new ScriptedFault(
                                "control",
                                FaultKind.CONTROL_PLANE,
                                FaultScope.ALL,
                                15 * SECOND,
                                OptionalLong.of(30 * SECOND),
                                0)),
                List.of());

        Trajectory run = run(new SmallWorld().build(), faults);

        assertThat(run.metric("site:munich", "availability")).isCloseTo(1 - 25.0 / 60, within(1e-12));
        assertThat(run.metric("site:zurich", "availability")).isEqualTo(1);
    }

    @Test
    void withoutAControlPlaneTelemetryGrowsOld() {
        SmallWorld world = new SmallWorld().telemetryNanos(SECOND).requestsPerSecond(12);
        int[] seen = new int[1];
        long[] waiting = new long[1];
        var policy = SmallWorld.policy((request, candidates) -> {
            seen[0]++;
            waiting[0] += candidates.runningSequences(0);
            return 0;
        });

        SmallWorld.run(
                world.build().withFaults(scripted(FaultKind.CONTROL_PLANE, 0, 500, 0, FaultScope.ALL)),
                policy,
                AUDITED);

        assertThat(seen[0]).isPositive();
        assertThat(waiting[0]).isZero();
    }

    @Test
    void aReplicaThatSpansNodesNeedsAllOfThem() {
        List<FaultPart> nodes = new FaultParts(
                        new SmallWorld().build().withFaults(new FaultsSpec(1, List.of(), List.of(), List.of())))
                .of(FaultKind.NODE, FaultScope.of("munich"));

        assertThat(nodes).extracting(FaultPart::name).containsExactly("munich/card/0");
        assertThat(nodes.get(0).replicas()).containsExactly(0);
    }

    @Test
    void oneSiteAfterTheOtherIsDrainedAndWorkedOn() {
        Maintenance upgrade = new Maintenance(
                "upgrade",
                FaultKind.SITE,
                FaultScope.ALL,
                20 * SECOND,
                OptionalLong.empty(),
                1,
                20 * SECOND,
                5 * SECOND);

        Trajectory run = run(
                new SmallWorld().requestsPerSecond(8).build(),
                new FaultsSpec(8, List.of(), List.of(), List.of(upgrade)));

        assertThat(run.metric("all", "faults")).isEqualTo(3);
        assertThat(run.metric("all", "retries")).isZero(); // all had time to finish
        assertThat(run.metric("all", "lost")).isZero();
        assertThat(run.metric("all", "sites_open_mean")).isBetween(2.0, 2.75);
        assertThat(run.metric("fault:upgrade", "mttr")).isBetween(5.0 / 3600, 12.0 / 3600);
    }

    @Test
    void aDrainEndsWithItsGrace() {
        Maintenance upgrade = new Maintenance(
                "upgrade",
                FaultKind.SITE,
                FaultScope.of("munich"),
                20 * SECOND,
                OptionalLong.of(30 * SECOND),
                1,
                0,
                SECOND);

        Trajectory run = run(
                new SmallWorld().requestsPerSecond(10).answers(300).build(),
                new FaultsSpec(8, List.of(), List.of(), List.of(upgrade)));

        assertThat(run.metric("all", "retries")).isPositive();
        assertThat(run.metric("all", "faults")).isEqualTo(2); // at 20 and 50 s
        assertThat(run.metric("site:munich", "availability")).isEqualTo(1 - 2.0 / 60);
    }

    @Test
    void retriesEndWithTheirBudget() {
        SmallWorld world = new SmallWorld().requestsPerSecond(20).answers(400);
        FaultsSpec faults = scripted(FaultKind.SITE, 30, 40, 0, FaultScope.of("munich"));

        Trajectory unbound = run(world.build(), faults);
        Trajectory bound = run(world.retries(new RetrySpec(0, 1, 0, SECOND, 3)).build(), faults);

        assertThat(unbound.metric("all", "retries")).isGreaterThan(3);
        assertThat(bound.metric("all", "retries")).isEqualTo(3);
        assertThat(bound.metric("all", "retries_refused"))
                .isEqualTo(bound.metric("all", "lost"))
                .isEqualTo(unbound.metric("all", "retries") - 3);
    }

    @Test
    void aRetryWaitsForItsBackoff() {
        SmallWorld world = new SmallWorld()
                .requestsPerSecond(10)
                .answers(300)
                .retries(new RetrySpec(1, 1, 3 * SECOND, SECOND, 100));

        Trajectory run = run(world.build(), scripted(FaultKind.SITE, 30, 40, 0, FaultScope.of("munich")));

        assertThat(run.requests())
                .filteredOn(
                        request -> request.arrivalNanos() < 30 * SECOND && request.reachedReplicaNanos() > 30 * SECOND)
                .filteredOn(request -> !request.replica().equals("replica-virginia"))
                .filteredOn(request -> request.reachedReplicaNanos() > 31 * SECOND)
                .isNotEmpty()
                .allMatch(request -> request.reachedReplicaNanos() > 33 * SECOND);
    }

    @Test
    void regionalEventsTakeSitesOfTheirRegionTogether() {
        FaultScope region = new FaultScope(
                List.of(),
                List.of(Tier.NEAR_EDGE, Tier.REGIONAL),
                List.of(),
                Optional.of(new FaultScope.Circle(new GeoPoint(48, 10), 300_000)));
        FaultSpec storm = new FaultSpec(
                "storm",
                FaultKind.POWER,
                region,
                new DurationSpec.Constant(20 * SECOND),
                new DurationSpec.Constant(5 * SECOND),
                OptionalDouble.of(1),
                0);

        Trajectory run = run(new SmallWorld().build(), new FaultsSpec(8, List.of(storm), List.of(), List.of()));

        assertThat(run.metric("all", "faults")).isEqualTo(6); // at 20, 40 and 60 s, two sites
        assertThat(run.metric("site:munich", "availability")).isEqualTo(1 - 15.0 / 60);
        assertThat(run.metric("site:virginia", "availability")).isEqualTo(1);
        assertThat(run.metric("all", "sites_open_mean")).isEqualTo(3 - 2 * 15.0 / 60);
    }

    private static FaultsSpec scripted(FaultKind kind, long from, long to, long battery, FaultScope scope) {
        return new FaultsSpec(
                8,
                List.of(),
                List.of(new ScriptedFault(
                        "it", kind, scope, from * SECOND, OptionalLong.of((to - from) * SECOND), battery * SECOND)),
                List.of());
    }

    private static Trajectory run(Scenario scenario, FaultsSpec faults) {
        return SmallWorld.run(scenario.withFaults(faults), SmallWorld.inTurn(), AUDITED);
    }
}
