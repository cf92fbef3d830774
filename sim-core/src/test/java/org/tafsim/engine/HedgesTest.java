package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.CardShare;
import org.tafsim.model.Condition;
import org.tafsim.model.DataClass;
import org.tafsim.model.Fact;
import org.tafsim.model.FaultKind;
import org.tafsim.model.FaultScope;
import org.tafsim.model.FaultsSpec;
import org.tafsim.model.HedgeSpec;
import org.tafsim.model.RetrySpec;
import org.tafsim.model.Rule;
import org.tafsim.model.Scenario;
import org.tafsim.model.ScriptedFault;
import org.tafsim.model.SovereigntySpec;
import org.tafsim.model.Stage;
import org.tafsim.serving.StepMode;

/** Copies of requests, by hand: all go to Munich, and a copy to the first of the other places. */
class HedgesTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long AFTER = SECOND / 10;
    private static final RunOptions AUDITED = new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, true);

    /** So slow that Zurich has answered 2000 tokens twice before. */
    private static final CardShare SLOW = new CardShare("/slow", 0.05, 0.05, 1, 1, 1, 1, "a slow card");

    /** With which no two requests arrive within a second. */
    private static final long SEED = 25;

    /** Nobody waits in line at this rate, so a copy takes as long as a request that goes to Zurich at once. */
    private static SmallWorld calm() {
        return new SmallWorld()
                .seed(SEED)
                .requestsPerSecond(0.1)
                .prompts(2000)
                .answers(5)
                .ruleMode(Rule.Mode.ENFORCE);
    }

    private static RetrySpec hedged(long afterNanos, int most) {
        return new RetrySpec(1, 1, 0, SECOND, 1000, Optional.of(new HedgeSpec(afterNanos, most)));
    }

    @Test
    void theSecondReplicaWinsAndTheFirstTokenIsAsLateAsItsOwnAndTheWait() {
        Trajectory direct = run(calm().build(), 1);
        Trajectory run = run(calm().partInMunich(SLOW).retries(hedged(AFTER, 1)).build(), 0);

        Map<Long, RequestRecord> alone =
                direct.requests().stream().collect(Collectors.toMap(RequestRecord::sequence, Function.identity()));
        assertThat(run.requests()).isNotEmpty().allSatisfy(request -> {
            RequestRecord same = Objects.requireNonNull(alone.get(request.sequence()));
            assertThat(request.replica()).isEqualTo("replica-zurich");
            assertThat(request.outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(request.firstTokenNanos()).isEqualTo(same.firstTokenNanos() + AFTER);
            assertThat(request.endNanos()).isEqualTo(same.endNanos() + AFTER);
        });
        double requests = run.metric("all", "requests");
        assertThat(run.metric("all", "hedges")).isEqualTo(requests);
        assertThat(run.metric("app:chat", "hedges_won")).isEqualTo(requests);
        assertThat(run.metric("all", "hedges_refused")).isZero();
        assertThat(run.metric("all", "retries")).isZero();
    }

    /** The first token needs 110 ms or a little more in both places; 400 tokens need 7 s. */
    @Test
    void theFirstReplicaWinsAndTheCopyIsCancelledAndFreesItsPlace() {
        SmallWorld world = calm().answers(400);
        Trajectory plain = run(world.build(), 0);

        Trajectory run = run(world.retries(hedged(8 * SECOND / 100, 1)).build(), 0);

        assertThat(run.requests()).isEqualTo(plain.requests());
        assertThat(run.metric("all", "hedges")).isEqualTo(run.metric("all", "requests"));
        assertThat(run.metric("all", "hedges_won")).isZero();
        assertThat(plain.metric("tier:regional", "utilization")).isZero();
        assertThat(run.metric("tier:regional", "utilization"))
                .isPositive()
                .isLessThan(0.1 * run.metric("tier:near-edge", "utilization"));
        assertThat(run.metric("tier:near-edge", "utilization"))
                .isEqualTo(plain.metric("tier:near-edge", "utilization"));
    }

    /** Of the four steps that a prompt takes in Munich, whoever has been answered by Zurich meanwhile needs the first. */
    @Test
    void whoWasAnsweredElsewhereMakesRoomAtTheNextBoundary() {
        SmallWorld world = calm().oneByOne(8000).partInMunich(SLOW);
        Trajectory plain = run(world.build(), 0);

        Trajectory run = run(world.retries(hedged(AFTER, 1)).build(), 0);

        assertThat(run.requests()).allMatch(request -> request.replica().equals("replica-zurich"));
        assertThat(run.metric("tier:near-edge", "utilization"))
                .isPositive()
                .isLessThan(0.4 * plain.metric("tier:near-edge", "utilization"));
    }

    @Test
    void whereTheLawLeavesNoOtherPlaceThereIsNoCopy() {
        Rule stayInGermany = new Rule(
                "germany",
                "test",
                Rule.Status.CONTRACT,
                Rule.Mode.ENFORCE,
                List.of(Stage.S5_PROCESSING),
                new Condition.ClassAtLeast(DataClass.PER),
                new Condition.In(Fact.PLACE_COUNTRY, List.of("DE")));
        SmallWorld world = calm().law(spec -> new SovereigntySpec(
                spec.regimes(),
                Stream.concat(spec.rules().stream(), Stream.of(stayInGermany)).toList()));
        Trajectory plain = run(world.build(), 0);

        Trajectory run = run(world.retries(hedged(SECOND / 100, 1)).build(), 0);

        assertThat(run.requests()).isEqualTo(plain.requests());
        assertThat(run.metric("all", "hedges")).isZero();
        assertThat(run.metric("all", "hedges_refused")).isZero();
    }

    @Test
    void copiesAreTakenFromTheBudgetAndRefusedWhenItIsUsedUp() {
        int most = 30;
        RetrySpec spec = new RetrySpec(0, 1, 0, 1000 * SECOND, most, Optional.of(new HedgeSpec(SECOND / 100, 1)));

        Trajectory run = run(calm().requestsPerSecond(1).retries(spec).build(), 0);

        double warmUp = (double) run.requests().stream()
                .filter(one -> !one.measured() && isEarly(one))
                .count();
        assertThat(run.metric("all", "hedges")).isEqualTo(most - warmUp);
        assertThat(run.metric("all", "hedges_refused")).isEqualTo(run.metric("all", "requests") - most + warmUp);
    }

    private static boolean isEarly(RequestRecord request) {
        return request.arrivalNanos() < 10 * SECOND;
    }

    /** Both replicas have long lines. Whoever stands in that of Munich when it stops stands in that of Zurich too. */
    @Test
    void whoLosesOneReplicaGoesOnAtTheOtherWithoutARetry() {
        SmallWorld world = calm().requestsPerSecond(16).oneByOne(4000).seconds(30);
        FaultsSpec faults = new FaultsSpec(
                8,
                List.of(),
                List.of(new ScriptedFault(
                        "it", FaultKind.SITE, FaultScope.of("munich"), 25 * SECOND, OptionalLong.of(SECOND), 0)),
                List.of());
        Trajectory plain = run(world.build().withFaults(faults), 0);

        Trajectory run = run(world.retries(hedged(SECOND / 100, 1)).build().withFaults(faults), 0);

        assertThat(plain.metric("all", "failovers")).isGreaterThan(20);
        assertThat(run.metric("all", "failovers")).isLessThan(3); // who had only just come
        assertThat(run.metric("all", "retries")).isEqualTo(run.metric("all", "failovers"));
        assertThat(run.metric("all", "hedges_won")).isGreaterThan(20);
        assertThat(run.metric("all", "lost")).isZero();
    }

    /** Without the rule there is Virginia too; a third copy finds no place. */
    @Test
    void furtherCopiesGoToPlacesThatHaveNone() {
        SmallWorld world = calm().ruleMode(Rule.Mode.AUDIT).oneByOne(8000).partInMunich(SLOW);

        Trajectory run = run(world.retries(hedged(SECOND / 1000, 3)).build(), 0);

        assertThat(run.metric("all", "hedges")).isEqualTo(2 * run.metric("all", "requests"));
        assertThat(run.metric("all", "hedges_won")).isEqualTo(run.metric("all", "requests"));
    }

    private static Trajectory run(Scenario scenario, int candidate) {
        // whoever has one other place goes there
        return SmallWorld.run(
                scenario,
                SmallWorld.policy((request, candidates) -> Math.min(candidate, candidates.size() - 1)),
                AUDITED);
    }
}
