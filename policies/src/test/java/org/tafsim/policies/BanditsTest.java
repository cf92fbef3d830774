package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tafsim.policies.Candidate.edge;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.policy.RoutingPolicy;

class BanditsTest {

    private static final FakeCandidates TWO = FakeCandidates.of(edge().site("a"), edge().site("b"));

    /** Of the replicas of a site the least loaded. */
    @Test
    void ucbTriesEachSiteOnceThenTheHighestMeanAndBonus() {
        RoutingPolicy policy = FakeContext.policy("ucb1");
        FakeCandidates candidates =
                FakeCandidates.of(edge().site("a").load(0, 3), edge().site("a").load(0, 1), edge().site("b"));

        assertThat(route(policy, candidates)).isEqualTo(1);
        assertThat(route(policy, candidates)).isEqualTo(2);
        policy.onOutcome(new FakeOutcome(1, true, true, 0));
        policy.onOutcome(new FakeOutcome(2, true, false, 0));
        // a: 1 + √(2 ln 2 / 1), b: 0 + the same
        assertThat(route(policy, candidates)).isEqualTo(1);
        policy.onOutcome(new FakeOutcome(1, true, true, 0));
        // a: 1 + √(2 ln 3 / 2) = 2.05, b: 0 + √(2 ln 3 / 1) = 1.48
        assertThat(route(policy, candidates)).isEqualTo(1);
        policy.onOutcome(new FakeOutcome(1, false, false, 0));
        // a: 2/3 + √(2 ln 4 / 3) = 1.63, b: √(2 ln 4) = 1.67
        assertThat(route(policy, candidates)).isEqualTo(2);
    }

    @Test
    void whatIsTriedAndNotKnownCountsAHalf() {
        RoutingPolicy policy = FakeContext.policy("ucb1", Map.of("exploration", "0"));

        assertThat(route(policy, TWO)).isZero();
        assertThat(route(policy, TWO)).isEqualTo(1);
        policy.onOutcome(new FakeOutcome(1, true, false, 0));
        assertThat(route(policy, TWO)).isZero(); // 0.5 against 0
    }

    @Test
    void theRewardMayBeTheTimeToTheFirstToken() {
        RoutingPolicy policy = FakeContext.policy("ucb1", Map.of("exploration", "0", "reward", "100 ms"));

        route(policy, TWO);
        route(policy, TWO);
        policy.onOutcome(new FakeOutcome(0, true, true, 300_000_000)); // 0.25
        policy.onOutcome(new FakeOutcome(1, true, false, 100_000_000)); // 0.5, whatever was promised
        assertThat(route(policy, TWO)).isEqualTo(1);
    }

    @Test
    void outcomesOfWhatWasNeverACandidateAreNotLearned() {
        RoutingPolicy policy = FakeContext.policy("lin-ucb");

        policy.onOutcome(new FakeOutcome(7, true, true, 0));
        assertThat(route(policy, TWO)).isZero();
    }

    @Test
    void aLinearModelLearnsAtWhichLoadASiteKeepsItsPromise() {
        RoutingPolicy policy = FakeContext.policy("lin-ucb", Map.of("alpha", "0", "arms", "replica"));
        FakeCandidates idle = FakeCandidates.of(edge().load(0, 0), edge().rtt(60));
        FakeCandidates busy = FakeCandidates.of(edge().load(0, 160), edge().rtt(60));
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 400; i++) {
            boolean isBusy = random.nextBoolean();
            boolean isSecond = random.nextBoolean();
            FakeCandidates shown = isBusy ? busy : idle;
            Candidate row = shown.rows().get(isSecond ? 1 : 0);
            FakeCandidates alone = FakeCandidates.of(row.index(isSecond ? 1 : 0));
            policy.route(FakeRequest.OF_FIRST_APP, alone);
            // The first keeps its promise where it is idle; the second, far away, two times of three.
            policy.onOutcome(new FakeOutcome(isSecond ? 1 : 0, true, isSecond ? i % 3 != 0 : !isBusy, 0));
        }

        assertThat(route(policy, idle)).isZero();
        assertThat(route(policy, busy)).isEqualTo(1);
    }

    /** A site that keeps 9 of 10 promises beside two that keep 5: after 3,000 requests most have gone there. */
    @ParameterizedTest
    @ValueSource(strings = {"ucb1", "thompson", "lin-ucb"})
    void learnersFindTheSiteThatKeepsItsPromises(String id) {
        RoutingPolicy policy = FakeContext.policy(id);
        FakeCandidates three = FakeCandidates.of(edge().site("a"), edge().site("b"), edge().site("c"));
        SplittableRandom random = new SplittableRandom(7);
        int best = 0;
        for (int i = 0; i < 3_000; i++) {
            int chosen = policy.route(FakeRequest.OF_FIRST_APP, three);
            best += chosen == 1 ? 1 : 0;
            policy.onOutcome(new FakeOutcome(chosen, true, random.nextDouble() < (chosen == 1 ? 0.9 : 0.5), 0));
        }

        assertThat(best).isGreaterThan(2_400);
    }

    @Test
    void settingsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FakeContext.policy("thompson", Map.of("arms", "sites")))
                .withMessage("The policy thompson, parameter 'arms': expected one of country, site, operator, tier,"
                        + " replica, found \"sites\". Maybe 'site'?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FakeContext.policy("ucb1", Map.of("reward", "soon")))
                .withMessageStartingWith("The policy ucb1, parameter 'reward': \"soon\" is not a duration");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FakeContext.policy("ucb1", Map.of("reward", "0 s")))
                .withMessage(
                        "The policy ucb1, parameter 'reward': \"0 s\" is no scale; expected slo, or e.g. \"500 ms\".");
    }

    private static int route(RoutingPolicy policy, FakeCandidates candidates) {
        return policy.route(FakeRequest.OF_FIRST_APP, candidates);
    }
}
