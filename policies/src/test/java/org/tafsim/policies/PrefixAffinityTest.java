package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafsim.policies.Candidate.edge;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tafsim.model.App;
import org.tafsim.model.Population;
import org.tafsim.model.PromptText;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;

/** Prompts of blocks of 100 tokens: a system prompt of 200, then a session's own text. */
class PrefixAffinityTest {

    private static final Map<String, String> BLOCKS = Map.of("block", "100");
    private static final FakeCandidates IDLE = FakeCandidates.of(edge(), edge(), edge());

    /** A request that says this. */
    private record Saying(PromptText promptText) implements RequestView {
        @Override
        public App app() {
            return FakeRequest.OF_FIRST_APP.app();
        }

        @Override
        public int appIndex() {
            return 0;
        }

        @Override
        public Population population() {
            return FakeRequest.OF_FIRST_APP.population();
        }

        @Override
        public int populationIndex() {
            return 0;
        }

        @Override
        public int promptTokens() {
            return promptText.end(promptText.size() - 1);
        }
    }

    /** Instructions, then so many tokens of a session's own. */
    private static Saying session(long name, int tokens) {
        return new Saying(new PromptText(new long[] {1, name}, new int[] {200, 200 + tokens}, false));
    }

    @Test
    void aTurnGoesWhereTheOneBeforeWent() {
        RoutingPolicy policy = FakeContext.policy("prefix-affinity", BLOCKS);

        int home = policy.route(session(7, 300), IDLE);

        for (int turn = 2; turn < 9; turn++) {
            assertThat(policy.route(session(7, 300 * turn), IDLE)).isEqualTo(home);
        }
    }

    /** Two of five blocks are there: 3 · 2/5 = 1.2, and no queue 0; elsewhere the shortest queue, 2 · 1. With three blocks, 1.8. */
    @Test
    void aCachedPrefixIsTradedForAQueue() {
        RoutingPolicy policy = FakeContext.policy("prefix-affinity", BLOCKS);
        FakeCandidates onlyFirst = FakeCandidates.of(edge().index(0));
        policy.route(session(7, 100), onlyFirst); // blocks of 1, 1, 7
        FakeCandidates busy = FakeCandidates.of(edge().index(0).load(5, 0), edge().index(1));

        assertThat(policy.route(session(8, 300), busy)).isEqualTo(1);
        RoutingPolicy other = FakeContext.policy("prefix-affinity", BLOCKS);
        other.route(session(7, 100), onlyFirst);
        assertThat(other.route(session(7, 100), busy)).isZero(); // all of three: 3 against 2
    }

    @Test
    void textsThatAreNotKnownAreNowhere() {
        RoutingPolicy policy = FakeContext.policy("prefix-affinity", BLOCKS);
        FakeCandidates busy = FakeCandidates.of(edge().load(1, 0), edge());

        policy.route(FakeRequest.OF_FIRST_APP, FakeCandidates.of(edge()));

        assertThat(policy.route(FakeRequest.OF_FIRST_APP, busy)).isEqualTo(1);
    }

    /** A block is known by all before it: the same text after other instructions is another prefix. */
    @Test
    void theSameTextAfterAnotherIsAnotherPrefix() {
        RoutingPolicy policy = FakeContext.policy("prefix-affinity", BLOCKS);
        policy.route(session(7, 100), FakeCandidates.of(edge().index(0)));
        Saying otherwise = new Saying(new PromptText(new long[] {2, 7}, new int[] {200, 300}, false));
        FakeCandidates busy = FakeCandidates.of(edge().index(0).load(1, 0), edge().index(1));

        assertThat(policy.route(otherwise, busy)).isEqualTo(1);
    }

    /** 31,250 blocks for a replica: what comes after pushes out the prompt used least recently. */
    @Test
    void whatWasNotUsedForLongIsForgotten() {
        RoutingPolicy policy = FakeContext.policy("prefix-affinity", BLOCKS);
        FakeCandidates onlyFirst = FakeCandidates.of(edge().index(0));
        policy.route(own(-1, 25_600), onlyFirst);
        for (long prompt = 0; prompt < 122; prompt++) { // of 256 blocks each
            policy.route(own(prompt, 25_600), onlyFirst);
        }
        FakeCandidates busy = FakeCandidates.of(edge().index(0).load(1, 0), edge().index(1));

        assertThat(policy.route(own(121, 25_600), busy)).isZero(); // 3 against 2
        assertThat(policy.route(own(-1, 25_600), busy)).isEqualTo(1);
    }

    private static Saying own(long name, int tokens) {
        return new Saying(new PromptText(new long[] {name}, new int[] {tokens}, false));
    }

    @Test
    void coldPromptsGoWhereNoneWentForLongest() {
        RoutingPolicy policy = FakeContext.policy("no-hit-lru", BLOCKS);
        int first = policy.route(own(1, 300), IDLE);
        int second = policy.route(own(2, 300), IDLE);
        int third = policy.route(own(3, 300), IDLE);

        assertThat(new int[] {first, second, third}).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(policy.route(own(2, 300), IDLE)).isEqualTo(second); // known there
        assertThat(policy.route(own(4, 300), IDLE)).isEqualTo(first);
        assertThat(policy.route(own(5, 300), IDLE)).isEqualTo(second); // the hit was no cold prompt
    }
}
