package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.Rule;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.serving.StepMode;

class SimulationTest {

    private static final RunOptions AUDITED = new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, true);

    @Test
    void everyRequestOfTheMeasuredTimeEndsOnceAndIsCountedOnce() {
        Trajectory run = SmallWorld.run(new SmallWorld().build(), SmallWorld.inTurn(), AUDITED);

        assertThat(run.measured()).extracting(RequestRecord::sequence).doesNotHaveDuplicates();
        assertThat(run.metric("all", "requests")).isEqualTo(run.measured().size());
        assertThat(run.metric("all", "completed")).isEqualTo(run.measured().size());
        assertThat(run.measured())
                .allSatisfy(
                        request -> assertThat(request.arrivalNanos()).isBetween(10_000_000_000L, 70_000_000_000L - 1));
    }

    @Test
    void theTimesOfARequestFollowItsWay() {
        Trajectory run = SmallWorld.run(new SmallWorld().build(), SmallWorld.inTurn(), AUDITED);

        assertThat(run.measured())
                .allSatisfy(request -> assertThat(List.of(
                                request.arrivalNanos(),
                                request.reachedReplicaNanos(),
                                request.admittedNanos(),
                                request.firstTokenNanos(),
                                request.endNanos()))
                        .isSorted());
    }

    @Test
    void networkQueueAndComputeAddUpToTheEndToEndTime() {
        Trajectory run = SmallWorld.run(new SmallWorld().build(), SmallWorld.inTurn(), AUDITED);

        double parts =
                run.metric("all", "network_mean") + run.metric("all", "queue_mean") + run.metric("all", "compute_mean");

        double endToEnd = run.measured().stream()
                .mapToLong(request -> request.endNanos() - request.arrivalNanos())
                .average()
                .orElseThrow();
        assertThat(parts * 1e6).isCloseTo(endToEnd, org.assertj.core.data.Offset.offset(1.0));
    }

    @Test
    void whoLooksOnSeesTheSeriesOfTheTiersAndChangesNothing() {
        Trajectory alone = SmallWorld.run(new SmallWorld().build(), SmallWorld.inTurn(), AUDITED);
        List<SeriesSample> seen = new ArrayList<>();

        Trajectory observed = SmallWorld.run(
                new SmallWorld().build(),
                SmallWorld.inTurn(),
                AUDITED.observedBy((policy, replication, samples) -> seen.addAll(samples)));

        assertThat(seen)
                .isNotEmpty()
                .isEqualTo(observed.result().series().stream()
                        .filter(sample -> sample.entity().startsWith("tier:"))
                        .toList());
        observed.requireSame(alone);
    }

    @ParameterizedTest
    @EnumSource(KernelKind.class)
    void everyKernelAndStepModeGivesTheSameTrajectory(KernelKind kernel) {
        var scenario = new SmallWorld().requestsPerSecond(12).kvBlocks(300).build();
        Trajectory expected = SmallWorld.run(scenario, SmallWorld.always(0), AUDITED);

        for (StepMode mode : StepMode.values()) {
            Trajectory other = SmallWorld.run(scenario, SmallWorld.always(0), new RunOptions(kernel, mode, true));

            expected.requireSame(other);
        }
        assertThat(expected.metric("tier:near-edge", "preemptions")).isPositive(); // it was saturated
    }

    @Test
    void policiesSeeTheSameRequests() {
        var scenario = new SmallWorld().build();

        List<RequestRecord> near =
                SmallWorld.run(scenario, SmallWorld.always(0), AUDITED).measured();
        List<RequestRecord> far =
                SmallWorld.run(scenario, SmallWorld.always(2), AUDITED).measured();

        assertThat(far.stream().map(SimulationTest::attributes))
                .containsExactlyInAnyOrderElementsOf(
                        near.stream().map(SimulationTest::attributes).toList());
    }

    @Test
    void theFarReplicaCostsTheRoundTripMore() {
        var scenario = new SmallWorld().requestsPerSecond(0.5).build();

        double near = SmallWorld.run(scenario, SmallWorld.always(0), AUDITED).metric("all", "network_mean");
        double far = SmallWorld.run(scenario, SmallWorld.always(2), AUDITED).metric("all", "network_mean");

        double kilometers = scenario.upfs()
                        .get(0)
                        .location()
                        .distanceMeters(scenario.sites().get(2).location())
                / 1000;
        assertThat(far - near)
                .isCloseTo(2 * 2.1 * 4.9e-3 * kilometers, org.assertj.core.data.Percentage.withPercentage(0.5));
    }

    @Test
    void anEnforcedRuleTakesPlacesAwayAndAnAuditedOneCounts() {
        RoutingCount counted = new RoutingCount();

        Trajectory enforced = SmallWorld.run(
                new SmallWorld().ruleMode(Rule.Mode.ENFORCE).build(), SmallWorld.policy(counted), AUDITED);
        Trajectory audited = SmallWorld.run(new SmallWorld().build(), SmallWorld.always(2), AUDITED);
        Trajectory shadowed =
                SmallWorld.run(new SmallWorld().ruleMode(Rule.Mode.SHADOW).build(), SmallWorld.always(2), AUDITED);

        assertThat(counted.largest).isEqualTo(2);
        assertThat(enforced.metric("all", "violations")).isZero();
        assertThat(audited.metric("all", "violations")).isEqualTo(audited.metric("all", "requests"));
        assertThat(audited.metric("all", "in_jurisdiction")).isZero();
        assertThat(shadowed.metric("all", "violations")).isZero();
        assertThat(shadowed.metric("rule:stay-near", "shadow_violations"))
                .isEqualTo(shadowed.metric("all", "requests"));
        assertThat(shadowed.measured().stream().map(RequestRecord::endNanos).toList())
                .isEqualTo(
                        audited.measured().stream().map(RequestRecord::endNanos).toList());
    }

    @Test
    void aRefusalIsAnOutcome() {
        Trajectory run = SmallWorld.run(new SmallWorld().build(), SmallWorld.always(RoutingPolicy.REFUSE), AUDITED);

        assertThat(run.metric("all", "rejected_by_policy")).isEqualTo(run.metric("all", "requests"));
        assertThat(run.metric("all", "slo_attainment")).isZero();
    }

    @Test
    void aRequestThatNeverFitsIsRejectedNotLost() {
        Trajectory run = SmallWorld.run(new SmallWorld().kvBlocks(40).build(), SmallWorld.inTurn(), AUDITED);

        assertThat(run.metric("all", "rejected_too_long")).isPositive();
        assertThat(run.metric("all", "rejected_too_long") + run.metric("all", "completed"))
                .isEqualTo(run.metric("all", "requests"));
    }

    @Test
    void anOverloadedRunEndsWithUnfinishedRequestsAndBalancedBooks() {
        Trajectory run = SmallWorld.run(new SmallWorld().requestsPerSecond(80).build(), SmallWorld.always(0), AUDITED);

        assertThat(run.metric("all", "unfinished")).isPositive();
        assertThat(run.metric("all", "unfinished") + run.metric("all", "completed"))
                .isEqualTo(run.metric("all", "requests"));
        assertThat(run.metric("tier:near-edge", "utilization")).isBetween(0.99, 1.0);
    }

    @Test
    void telemetryOfAgeZeroIsLiveAndAnOldOneStandsStill() {
        LoadSeen live = new LoadSeen();
        LoadSeen old = new LoadSeen();

        SmallWorld.run(new SmallWorld().requestsPerSecond(20).build(), SmallWorld.policy(live), AUDITED);
        SmallWorld.run(
                new SmallWorld()
                        .requestsPerSecond(20)
                        .telemetryNanos(1_000_000_000_000L)
                        .build(),
                SmallWorld.policy(old),
                AUDITED);

        assertThat(live.mostRunning).isPositive();
        assertThat(old.mostRunning).isZero(); // as of time 0
        assertThat(old.mostInFlight).isPositive(); // what the router itself has sent, it knows
    }

    @Test
    void aPolicyThatFailsIsNamed() {
        var scenario = new SmallWorld().build();

        assertThatThrownBy(() -> SmallWorld.run(scenario, SmallWorld.always(3), AUDITED))
                .isInstanceOf(PolicyException.class)
                .hasMessage(
                        "Policy fixed chose candidate 3 of 3. Maybe it returned a replica's index, not a candidate's.");
        assertThatThrownBy(() -> SmallWorld.run(
                        scenario,
                        SmallWorld.policy((request, candidates) -> {
                            throw new IllegalStateException("lost my way");
                        }),
                        AUDITED))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("Policy fixed failed on a request of app chat")
                .hasMessageContaining("lost my way");
    }

    private static List<Object> attributes(RequestRecord request) {
        return List.of(request.sequence(), request.arrivalNanos(), request.promptTokens(), request.outputTokens());
    }

    private static final class RoutingCount implements RoutingPolicy {
        private int largest;

        @Override
        public int route(org.tafsim.policy.RequestView request, org.tafsim.policy.CandidatesView candidates) {
            largest = Math.max(largest, candidates.size());
            return candidates.size() - 1;
        }
    }

    private static final class LoadSeen implements RoutingPolicy {
        private int mostRunning;
        private int mostInFlight;

        @Override
        public int route(org.tafsim.policy.RequestView request, org.tafsim.policy.CandidatesView candidates) {
            mostRunning = Math.max(mostRunning, candidates.runningSequences(0));
            mostInFlight = Math.max(mostInFlight, candidates.inFlightRequests(0));
            return 0;
        }
    }
}
