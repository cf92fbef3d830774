package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.Condition;
import org.tafsim.model.CutOff;
import org.tafsim.model.DataClass;
import org.tafsim.model.DataTerms;
import org.tafsim.model.Fact;
import org.tafsim.model.OnInfeasible;
import org.tafsim.model.Rule;
import org.tafsim.model.Scenario;
import org.tafsim.model.SovereigntySpec;
import org.tafsim.model.Stage;
import org.tafsim.model.Tenant;
import org.tafsim.serving.StepMode;

/** Clients that give up. */
class TimeoutTest {

    private static final long SECOND = 1_000_000_000L;
    private static final RunOptions AUDITED = new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, true);
    private static final RunOptions STEP_BY_STEP = new RunOptions(KernelKind.HEAP, StepMode.EXACT_STEPS, true);

    /** 20 requests a second are far beyond what one replica serves; 20 ms are over before an answer can be back. */
    @ParameterizedTest
    @ValueSource(longs = {20_000_000L, 300_000_000L, SECOND, 5 * SECOND})
    void everyRequestEndsByThenInTheOneWayOrTheOther(long timeoutNanos) {
        Scenario scenario = new SmallWorld()
                .requestsPerSecond(20)
                .kvBlocks(300)
                .timeoutNanos(timeoutNanos)
                .build();

        Trajectory run = SmallWorld.run(scenario, SmallWorld.always(0), AUDITED);

        assertThat(run.measured()).allSatisfy(request -> {
            boolean isInTime = request.endNanos() < request.arrivalNanos() + timeoutNanos;
            assertThat(request.outcome()).isEqualTo(isInTime ? Outcome.COMPLETED : Outcome.EXPIRED);
            assertThat(request.endNanos()).isLessThanOrEqualTo(request.arrivalNanos() + timeoutNanos);
        });
        assertThat(run.metric("all", "expired")).isPositive();
        assertThat(run.metric("all", "expired") + run.metric("all", "completed"))
                .isEqualTo(run.measured().size());
        assertThat(SmallWorld.run(scenario, SmallWorld.always(0), STEP_BY_STEP).requests())
                .isEqualTo(run.requests());
    }

    /** Those who wait in vain leave their places to others, so more are served within a second than if all waited. */
    @Test
    void whoGivesUpMakesRoom() {
        SmallWorld busy = new SmallWorld().requestsPerSecond(20).kvBlocks(300);

        Trajectory patient = SmallWorld.run(busy.build(), SmallWorld.always(0), AUDITED);
        Trajectory impatient = SmallWorld.run(busy.timeoutNanos(SECOND).build(), SmallWorld.always(0), AUDITED);

        assertThat(servedWithinASecond(impatient)).isGreaterThan(2 * servedWithinASecond(patient));
        assertThat(patient.result().metrics()).noneMatch(metric -> metric.name().equals("expired"));
    }

    private static long servedWithinASecond(Trajectory run) {
        return run.measured().stream()
                .filter(request -> request.outcome() == Outcome.COMPLETED)
                .filter(request -> request.endNanos() - request.arrivalNanos() < SECOND)
                .count();
    }

    @Test
    void clientsGiveUpOnRequestsThatAreHeld() {
        Scenario scenario = new SmallWorld()
                .ruleMode(Rule.Mode.ENFORCE)
                .law(law -> law.with(List.of(onlyInFrance())))
                .terms(queueing())
                .timeoutNanos(3 * SECOND)
                .build();

        Trajectory run = SmallWorld.run(scenario, SmallWorld.always(0), AUDITED);

        assertThat(run.measured()).isNotEmpty().allSatisfy(request -> {
            assertThat(request.outcome()).isEqualTo(Outcome.EXPIRED);
            assertThat(request.endNanos()).isEqualTo(request.arrivalNanos() + 3 * SECOND);
        });
    }

    /** Virginia stops at 40 s with requests in its batch, some of whose clients have gone. */
    @ParameterizedTest
    @ValueSource(longs = {300_000_000L, SECOND, 4 * SECOND})
    void clientsGiveUpWhereReplicasStop(long timeoutNanos) {
        Scenario scenario = new SmallWorld()
                .americanCloud()
                .requestsPerSecond(25)
                .kvBlocks(300)
                .timeoutNanos(timeoutNanos)
                .law(TimeoutTest::cut)
                .build();

        Trajectory run = SmallWorld.run(scenario, SmallWorld.inTurn(), AUDITED);

        assertThat(run.metric("all", "expired")).isPositive();
        assertThat(run.measured())
                .filteredOn(request -> request.outcome() == Outcome.EXPIRED)
                .allMatch(request -> request.endNanos() == request.arrivalNanos() + timeoutNanos);
        assertThat(SmallWorld.run(scenario, SmallWorld.inTurn(), STEP_BY_STEP).requests())
                .isEqualTo(run.requests());
    }

    private static SovereigntySpec cut(SovereigntySpec law) {
        CutOff cutOff = new CutOff(
                40 * SECOND, OptionalLong.of(50 * SECOND), CutOff.Target.REGIME, "US", CutOff.USUAL_RESTART_NANOS);
        return new SovereigntySpec(
                law.regimes(), law.rules(), law.reach(), law.changes(), List.of(cutOff), law.remedy());
    }

    private static Rule onlyInFrance() {
        return new Rule(
                "stay-away",
                "test",
                Rule.Status.CONTRACT,
                Rule.Mode.ENFORCE,
                List.of(Stage.S5_PROCESSING),
                new Condition.ClassAtLeast(DataClass.PER),
                new Condition.In(Fact.PLACE_COUNTRY, List.of("FR")));
    }

    private static DataTerms queueing() {
        OnInfeasible queue = new OnInfeasible.Queue(10 * SECOND);
        return new DataTerms(List.of(), "service", List.of(), "minimal", List.of(), Tenant.UNSTATED, queue);
    }
}
