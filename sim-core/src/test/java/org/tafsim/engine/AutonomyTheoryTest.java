package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.CutOff;
import org.tafsim.model.ServiceRole;
import org.tafsim.model.SovereigntySpec;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RoutingPolicyType;
import org.tafsim.serving.StepMode;

/** Where all lean on one site, autonomy is 1 until its grace is over and 0 until it is restored; the curve has steps of 5 s. */
class AutonomyTheoryTest {

    private static final long SECOND = 1_000_000_000L;
    private static final RunOptions AUDITED = new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, true);

    @ParameterizedTest
    @CsvSource({"0, 0", "5, 5", "6, 5", "9, 10", "10, 10", "14, 15"})
    void theHalfLifeIsTheGraceToTheNearestStepOfTheCurve(long graceSeconds, double halfLifeSeconds) {
        Trajectory run = run(ServiceRole.LICENSE, graceSeconds);

        assertThat(run.metric("all", "autonomy_half_life")).isCloseTo(halfLifeSeconds / 3600, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 5, 10})
    void autonomyIsTheShareOfTheTimeThatIsLeftAndRecoveryIsTheRestoration(long graceSeconds) {
        Trajectory run = run(ServiceRole.IDENTITY, graceSeconds);

        long after = run.measured().stream()
                .filter(request -> request.arrivalNanos() >= 40 * SECOND)
                .count();
        long lost = run.measured().stream()
                .filter(request -> request.outcome() == Outcome.REJECTED_BY_POLICY)
                .count();
        assertThat(lost).isPositive();
        assertThat(run.measured())
                .filteredOn(request ->
                        request.arrivalNanos() >= (40 + graceSeconds) * SECOND && request.arrivalNanos() < 60 * SECOND)
                .hasSize((int) lost);
        assertThat(run.metric("all", "slo_attainment"))
                .isEqualTo(1 - (double) lost / run.measured().size());
        assertThat(run.metric("all", "autonomy")).isCloseTo(1 - (double) lost / after, within(1e-12));
        assertThat(run.metric("all", "recovery_time")).isCloseTo(20.0 / 3600, within(1e-12));
    }

    /** Cut off at 40 s, restored at 60 s; nobody goes anywhere but to Munich. */
    private static Trajectory run(ServiceRole role, long graceSeconds) {
        SmallWorld world = new SmallWorld()
                .requestsPerSecond(3)
                .oneByOne(50)
                .munichUses(role, "cloud", graceSeconds * SECOND)
                .law(AutonomyTheoryTest::cut);
        return SmallWorld.run(world.build(), onlyMunich(), AUDITED);
    }

    private static RoutingPolicyType onlyMunich() {
        return SmallWorld.policy((request, candidates) -> munich(candidates));
    }

    private static int munich(CandidatesView candidates) {
        for (int candidate = 0; candidate < candidates.size(); candidate++) {
            if (candidates.site(candidate).id().equals("munich")) {
                return candidate;
            }
        }
        return -1;
    }

    private static SovereigntySpec cut(SovereigntySpec law) {
        CutOff cutOff = new CutOff(40 * SECOND, OptionalLong.of(60 * SECOND), CutOff.Target.REGIME, "US", 600 * SECOND);
        return new SovereigntySpec(law.regimes(), List.of(), law.reach(), law.changes(), List.of(cutOff), law.remedy());
    }
}
