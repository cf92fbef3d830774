package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.kernel.KernelKind;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.OutcomeView;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.serving.StepMode;

/** What policies are told of requests, and what they tell. */
class PolicyFeedbackTest {

    private static final RunOptions AUDITED = new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, true);

    @Test
    void refusalsAreCountedByTheReasonThePolicyGives() {
        Trajectory run = SmallWorld.run(new SmallWorld().build(), SmallWorld.policy(new Refusing()), AUDITED);

        double all = run.metric("all", "rejected_by_policy");
        assertThat(run.metric("refusal:too-long", "rejected_by_policy")).isPositive();
        assertThat(run.metric("refusal:odd", "rejected_by_policy")).isPositive();
        assertThat(run.metric("refusal:too-long", "rejected_by_policy")
                        + run.metric("refusal:odd", "rejected_by_policy"))
                .isEqualTo(all)
                .isLessThan(run.metric("all", "requests"));
    }

    @Test
    void anOutcomeNamesItsRequestAndTellsItsTimes() {
        Remembering policy = new Remembering();
        Trajectory run = SmallWorld.run(new SmallWorld().build(), SmallWorld.policy(policy), AUDITED);

        assertThat(policy.ended).isNotEmpty();
        Map<Long, RequestRecord> byNumber = new HashMap<>();
        run.measured().forEach(record -> byNumber.put(record.sequence(), record));
        policy.ended.stream().filter(end -> byNumber.containsKey(end.number())).forEach(end -> {
            RequestRecord record = Objects.requireNonNull(byNumber.get(end.number()));
            assertThat(end.arrivalNanos()).isEqualTo(record.arrivalNanos());
            assertThat(end.endToEndNanos()).isEqualTo(record.endNanos() - record.arrivalNanos());
            assertThat(end.promptTokens()).isEqualTo(record.promptTokens());
        });
    }

    private static final class Refusing implements RoutingPolicy {
        @Override
        public List<String> refusalReasons() {
            return List.of("odd", "too-long");
        }

        @Override
        public int route(RequestView request, CandidatesView candidates) {
            if (request.promptTokens() > 300) {
                return RoutingPolicy.refusal(1);
            }
            return request.number() % 2 == 1 ? RoutingPolicy.refusal(0) : 0;
        }
    }

    private record End(long number, long arrivalNanos, long endToEndNanos, int promptTokens) {}

    private static final class Remembering implements RoutingPolicy {
        private final Map<Long, Long> arrivals = new HashMap<>();
        private final List<End> ended = new ArrayList<>();

        @Override
        public int route(RequestView request, CandidatesView candidates) {
            arrivals.put(request.number(), request.nowNanos());
            return 0;
        }

        @Override
        public void onOutcome(OutcomeView outcome) {
            ended.add(new End(
                    outcome.number(),
                    arrivals.getOrDefault(outcome.number(), -1L),
                    outcome.endToEndNanos(),
                    outcome.promptTokens()));
        }
    }
}
