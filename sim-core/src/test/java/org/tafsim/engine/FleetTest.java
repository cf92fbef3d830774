package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.DecisionSpec;
import org.tafsim.model.FleetSpec;
import org.tafsim.model.PolicyRole;
import org.tafsim.model.Rule;
import org.tafsim.model.Scenario;
import org.tafsim.policy.DeploymentPolicy;
import org.tafsim.policy.PolicyTypes;
import org.tafsim.policy.ScalingPolicy;
import org.tafsim.serving.StepMode;

/** Replicas in Munich, Zurich and Virginia that are turned on and off. */
class FleetTest {

    private static final long SECOND = 1_000_000_000L;
    private static final RunOptions AUDITED = new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, true);
    private static final FleetSpec FLEET = fleet(5, 7);

    private static FleetSpec fleet(int periodSeconds, int startSeconds) {
        return new FleetSpec(
                periodSeconds * SECOND, startSeconds * SECOND, 1, Integer.MAX_VALUE, FleetSpec.Group.MODEL);
    }

    private static Trajectory run(Scenario world, FleetSpec fleet, ScalingPolicy scaling, RunOptions how) {
        Scenario scaled = FixedType.with(world, DecisionSpec.INSTANT, fleet, PolicyRole.SCALING);
        PolicyTypes types = PolicyTypes.of(List.of(new FixedType.Scaling(scaling)));
        return SmallWorld.run(scaled, SmallWorld.inTurn(), types, 0, how);
    }

    private static Trajectory run(FleetSpec fleet, ScalingPolicy scaling) {
        return run(new SmallWorld().build(), fleet, scaling, AUDITED);
    }

    private static Trajectory placed(Scenario world, int replicas, DeploymentPolicy deployment) {
        Scenario scaled = FixedType.with(world, DecisionSpec.INSTANT, FLEET, PolicyRole.SCALING, PolicyRole.DEPLOYMENT);
        PolicyTypes types =
                PolicyTypes.of(List.of(new FixedType.Scaling(view -> replicas), new FixedType.Deployment(deployment)));
        return SmallWorld.run(scaled, SmallWorld.inTurn(), types, 0, AUDITED);
    }

    @Test
    void thoseThatAreNotWantedTakeNoMoreRequests() {
        Trajectory run = run(FLEET, view -> 1);

        assertThat(run.metric("fleet:tiny", "replicas_on_mean")).isEqualTo(1);
        assertThat(run.requests())
                .filteredOn(record -> record.arrivalNanos() > 5 * SECOND)
                .allMatch(record -> record.replica().equals("replica-munich"));
        assertThat(run.requests())
                .filteredOn(record -> record.arrivalNanos() < 5 * SECOND)
                .anyMatch(
                        record -> record.replica().equals("replica-virginia") && record.outcome() == Outcome.COMPLETED);
        assertThat(run.metric("all", "completed")).isEqualTo(run.metric("all", "requests"));
    }

    @Test
    void oneThatIsStartedServesWhenItsStartIsOver() {
        Trajectory run = run(FLEET, view -> view.nowNanos() < 30 * SECOND ? 1 : 2);

        assertThat(run.requests())
                .filteredOn(record -> record.replica().equals("replica-zurich"))
                .filteredOn(record -> record.arrivalNanos() > 5 * SECOND)
                .isNotEmpty()
                .allMatch(record -> record.arrivalNanos() >= 37 * SECOND);
        assertThat(run.metric("fleet:tiny", "replica_starts")).isEqualTo(1);
        // of 60 s measured from 10 s on, 33 s with two
        assertThat(run.metric("fleet:tiny", "replicas_on_mean")).isCloseTo(1 + 33.0 / 60, within(1e-9));
    }

    @Test
    void theScenarioBoundsWhatPoliciesWant() {
        assertThat(run(FLEET, view -> -3).metric("fleet:tiny", "replicas_on_mean"))
                .isEqualTo(1);
        assertThat(run(FLEET, view -> 100).metric("fleet:tiny", "replicas_on_mean"))
                .isEqualTo(3);
        FleetSpec slow = new FleetSpec(5 * SECOND, 0, 1, 1, FleetSpec.Group.MODEL);
        assertThat(run(slow, view -> view.nowNanos() < 20 * SECOND ? 3 : 1).metric("fleet:tiny", "replica_stops"))
                .isEqualTo(2);
        assertThat(run(slow, view -> view.nowNanos() < 20 * SECOND ? 3 : 1).metric("fleet:tiny", "replicas_on_mean"))
                .isCloseTo((3 * 10 + 2 * 5 + 45) / 60.0, within(1e-9));
    }

    /** Munich and Zurich are lawful: one of them stays, whatever deployment says. */
    @Test
    void theLastLawfulReplicaStaysOn() {
        Scenario world = new SmallWorld().ruleMode(Rule.Mode.ENFORCE).build();

        Trajectory run = placed(world, 1, (view, wanted, chosen) -> chosen[2] = true);

        assertThat(run.metric("all", "completed")).isEqualTo(run.metric("all", "requests"));
        assertThat(run.metric("fleet:tiny", "replica_stops_refused")).isPositive();
        assertThat(run.metric("fleet:tiny", "replicas_on_mean")).isEqualTo(2);
    }

    @Test
    void deploymentSaysWhichAreOn() {
        Trajectory run = placed(new SmallWorld().build(), 1, (view, wanted, chosen) -> chosen[1] = true);

        assertThat(run.requests())
                .filteredOn(record -> record.arrivalNanos() > 5 * SECOND)
                .allMatch(record -> record.replica().equals("replica-zurich"));
    }

    @Test
    void deploymentThatChoosesOtherThanWantedNamesThePolicy() {
        assertThatThrownBy(() -> placed(new SmallWorld().build(), 2, (view, wanted, chosen) -> chosen[0] = true))
                .isInstanceOf(PolicyException.class)
                .hasMessage("Policy fixed: deployment chose 1 replicas of tiny, where 2 were wanted.");
    }

    @Test
    void deploymentSeesWhereUsersAre() {
        List<Double> roundTrips = new ArrayList<>();
        List<Double> nearest = new ArrayList<>();
        placed(new SmallWorld().build(), 1, (view, wanted, chosen) -> {
            roundTrips.clear();
            nearest.clear();
            for (int place = 0; place < view.size(); place++) {
                roundTrips.add(view.meanRoundTripSeconds(place));
                nearest.add(view.nearestDemandPerSecond(place));
            }
            chosen[0] = true;
        });

        assertThat(roundTrips).isSorted().hasSize(3);
        assertThat(nearest.get(0)).isBetween(2.0, 6.5);
        assertThat(nearest.subList(1, 3)).containsExactly(0.0, 0.0);
    }

    @Test
    void scalingSeesWhatComesAndWhatIsThere() {
        List<Double> rates = new ArrayList<>();
        List<Double> busy = new ArrayList<>();
        Trajectory run = run(fleet(10, 0), view -> {
            rates.add(view.arrivalsPerSecond());
            busy.add(view.busyFraction());
            assertThat(view.usable()).isEqualTo(3);
            assertThat(view.on()).isEqualTo(3);
            assertThat(view.inFlight()).isGreaterThanOrEqualTo(view.waiting());
            return 3;
        });

        double mean =
                rates.stream().limit(7).mapToDouble(rate -> rate).average().orElseThrow();
        long came = run.requests().stream()
                .filter(record -> record.arrivalNanos() < 70 * SECOND)
                .count();
        assertThat(mean).isCloseTo(came / 70.0, within(1e-9));
        assertThat(busy).allMatch(share -> share >= 0 && share <= 1).anyMatch(share -> share > 0);
    }

    @ParameterizedTest
    @EnumSource(KernelKind.class)
    void kernelsAndStepsAgree(KernelKind kernel) {
        ScalingPolicy scaling = view -> 1 + (int) (view.nowNanos() / SECOND / 10) % 3;
        Scenario world = new SmallWorld().requestsPerSecond(12).build();

        run(world, FLEET, scaling, AUDITED)
                .requireSame(run(world, FLEET, scaling, new RunOptions(kernel, StepMode.EXACT_STEPS, true)));
    }
}
