package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.DecisionSpec;
import org.tafsim.model.FleetSpec;
import org.tafsim.model.PolicyRole;
import org.tafsim.model.Scenario;
import org.tafsim.policy.AdmissionPolicy;
import org.tafsim.policy.BatchRoutingPolicy;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.PolicyTypes;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.WindowView;
import org.tafsim.serving.StepMode;

/** Policies that stand by the one that routes: who is let in, in which order, and whole windows. */
class RequestPoliciesTest {

    private static final RunOptions AUDITED = new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, true);
    private static final DecisionSpec WINDOWS = new DecisionSpec(0, 0, 0, 500_000_000L);

    private static Trajectory admitted(AdmissionPolicy admission) {
        Scenario world =
                FixedType.with(new SmallWorld().build(), DecisionSpec.INSTANT, FleetSpec.USUAL, PolicyRole.ADMISSION);
        PolicyTypes types = PolicyTypes.of(List.of(new FixedType.Admission(admission)));
        return SmallWorld.run(world, SmallWorld.always(0), types, 0, AUDITED);
    }

    @Test
    void whatIsNotLetInIsRefusedForTheReasonOfAdmission() {
        Trajectory run = admitted((request, candidates) -> request.number() % 2 == 0 ? 0 : RoutingPolicy.REFUSE);

        assertThat(run.metric("refusal:admission", "rejected_by_policy"))
                .isPositive()
                .isEqualTo(run.metric("all", "rejected_by_policy"));
        assertThat(run.metric("refusal:routing", "rejected_by_policy")).isZero();
        assertThat(run.requests())
                .filteredOn(record -> record.outcome() == Outcome.COMPLETED)
                .allMatch(record -> record.sequence() % 2 == 0);
    }

    @Test
    void anAnswerThatIsNoneNamesThePolicy() {
        assertThatThrownBy(() -> admitted((request, candidates) -> -2))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("Policy fixed: admission answered -2, which is none of its refusals.");
        assertThatThrownBy(() -> admitted((request, candidates) -> {
                    throw new IllegalStateException("no idea");
                }))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("Policy fixed failed on the admission of a request of app chat")
                .hasMessageContaining("no idea");
    }

    @Test
    void whatIsHeldIsAskedAboutAgainAndTheWaitIsItsOwn() {
        Trajectory run = admitted((request, candidates) -> request.nowNanos() - request.arrivalNanos() < 1_500_000_000L
                ? AdmissionPolicy.askAgainIn(500)
                : AdmissionPolicy.ADMIT);

        assertThat(run.metric("all", "held_mean")).isEqualTo(1500);
        assertThat(run.metric("all", "rejected_by_policy")).isZero();
    }

    @Test
    void aClientThatGivesUpWhileItIsHeldIsGone() {
        Scenario world = FixedType.with(
                new SmallWorld().timeoutNanos(1_000_000_000L).build(),
                DecisionSpec.INSTANT,
                FleetSpec.USUAL,
                PolicyRole.ADMISSION);
        PolicyTypes types = PolicyTypes.of(
                List.of(new FixedType.Admission((request, candidates) -> AdmissionPolicy.askAgainIn(400))));

        Trajectory run = SmallWorld.run(world, SmallWorld.always(0), types, 0, AUDITED);

        assertThat(run.metric("all", "expired")).isEqualTo(run.metric("all", "requests"));
    }

    /** One replica, one request at a time, four times as many as it can serve: short prompts overtake. */
    @Test
    void aReplicaAdmitsThoseOfLowestPriorityFirst() {
        Scenario world = FixedType.with(
                new SmallWorld().requestsPerSecond(40).seconds(20).build(),
                DecisionSpec.INSTANT,
                FleetSpec.USUAL,
                PolicyRole.ORDER);
        PolicyTypes types = PolicyTypes.of(List.of(new FixedType.Order((request, replica) -> request.promptTokens())));

        Trajectory run = SmallWorld.run(world, SmallWorld.always(0), types, 0, AUDITED);

        List<RequestRecord> all = run.requests().stream()
                .filter(record -> record.admittedNanos() > 0)
                .toList();
        int overtaken = 0;
        for (RequestRecord one : all) {
            for (RequestRecord other : all) {
                boolean bothWaited = other.reachedReplicaNanos() < one.admittedNanos()
                        && one.reachedReplicaNanos() < one.admittedNanos()
                        && other.admittedNanos() > one.admittedNanos();
                overtaken += bothWaited && other.promptTokens() > one.promptTokens() ? 1 : 0;
                assertThat(bothWaited && other.promptTokens() < one.promptTokens())
                        .as("%s before %s", one, other)
                        .isFalse();
            }
        }
        assertThat(overtaken).isPositive();
    }

    @Test
    void aWindowIsDecidedAboutTogetherInTheOrderOfArrival() {
        Gathering policy = new Gathering();
        Scenario world = FixedType.with(new SmallWorld().build(), WINDOWS, FleetSpec.USUAL);

        Trajectory run = SmallWorld.run(world, SmallWorld.policy(policy), AUDITED);

        assertThat(policy.alone).isZero();
        assertThat(policy.sizes).hasSizeGreaterThan(100);
        assertThat(policy.sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo((int) run.requests().stream()
                .filter(record -> !record.replica().isEmpty())
                .count());
        assertThat(policy.sizes).anyMatch(size -> size > 2);
        TreeMap<Long, Long> leftAt = new TreeMap<>();
        run.requests().stream()
                .filter(record -> record.reachedReplicaNanos() > 0)
                .forEach(record -> leftAt.put(record.arrivalNanos(), record.reachedReplicaNanos()));
        leftAt.forEach((arrival, reached) ->
                assertThat(reached / WINDOWS.windowNanos()).isGreaterThan(arrival / WINDOWS.windowNanos()));
    }

    @Test
    void aWindowWhoseChoicesAreNoneNamesThePolicy() {
        Scenario world = FixedType.with(new SmallWorld().build(), WINDOWS, FleetSpec.USUAL);

        assertThatThrownBy(() -> SmallWorld.run(world, SmallWorld.policy(new Gathering(7)), AUDITED))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("Policy fixed chose candidate 7 of 3");
    }

    private static final class Gathering implements BatchRoutingPolicy {
        private final List<Integer> sizes = new ArrayList<>();
        private final int choice;
        private int alone;

        private Gathering() {
            this(0);
        }

        private Gathering(int choice) {
            this.choice = choice;
        }

        @Override
        public int route(RequestView request, CandidatesView candidates) {
            alone++;
            return choice;
        }

        @Override
        public void routeAll(WindowView window, int[] choices) {
            sizes.add(window.size());
            long before = -1;
            for (int place = 0; place < window.size(); place++) {
                RequestView request = window.request(place);
                assertThat(request.arrivalNanos()).isGreaterThan(before);
                before = request.arrivalNanos();
                choices[place] = choice == 0 ? place % window.candidates().size() : choice;
            }
        }
    }
}
