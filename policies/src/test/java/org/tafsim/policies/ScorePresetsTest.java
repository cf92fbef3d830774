package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tafsim.policies.Candidate.edge;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tafsim.policy.RoutingPolicy;

class ScorePresetsTest {

    private static final FakeCandidates FOUR = FakeCandidates.of(
            edge().load(3, 1).kv(0.2).ttft(80),
            edge().load(0, 9).kv(0.6).ttft(120).in("FR"),
            edge().load(1, 0).kv(0.4).ttft(190).in("FR"),
            edge().load(2, 7).kv(0.1).ttft(240).in("PL"));

    @Test
    void eachScorerOfLlmDByItself() {
        assertThat(choice("queue", Map.of())).isEqualTo(1);
        assertThat(choice("token-load", Map.of())).isEqualTo(1); // none waits
        assertThat(choice("kv-use", Map.of())).isEqualTo(3);
    }

    @Test
    void headroomIsSpreadOrPacked() {
        FakeRequest request = FakeRequest.promised(200);

        assertThat(FakeContext.policy("slo-headroom").route(request, FOUR)).isEqualTo(0); // 120 ms left
        assertThat(FakeContext.policy("slo-headroom", Map.of("use", "pack")).route(request, FOUR))
                .isEqualTo(2); // 10 ms left
    }

    @Test
    void aTokenThresholdMakesTheBusyEqual() {
        FakeCandidates candidates = FakeCandidates.of(edge().load(4, 0), edge().load(3, 0), edge().load(9, 0));

        assertThat(FakeContext.policy("token-load", Map.of("threshold", "1600"))
                        .route(FakeRequest.OF_FIRST_APP, candidates))
                .isEqualTo(1); // 2000, 1500 and 4500 tokens
    }

    @Test
    void noCountryGetsFurtherAheadThanTheSkew() {
        // In flight: DE 4, FR 10, PL 9.
        assertThat(choice("topology-spread", Map.of())).isEqualTo(0);
        assertThat(choice("topology-spread", Map.of("by", "site"))).isEqualTo(0); // all at one
        FakeCandidates ahead = FakeCandidates.of(
                edge().load(0, 4).ttft(50),
                edge().load(0, 1).ttft(90).in("FR"),
                edge().load(0, 0).ttft(99).in("FR"));

        assertThat(FakeContext.policy("topology-spread", Map.of("skew", "3")).route(FakeRequest.OF_FIRST_APP, ahead))
                .isEqualTo(1); // 4 + 1 is 4 above the 1 of FR
        assertThat(FakeContext.policy("topology-spread", Map.of("skew", "4")).route(FakeRequest.OF_FIRST_APP, ahead))
                .isEqualTo(0);
    }

    @Test
    void tradingOffWeighsLatencyAndLoad() {
        // ttft: 1, 0.75, 0.3125, 0; in flight 4, 9, 1, 9: 0.625, 0, 1, 0
        assertThat(choice("trade-off", Map.of())).isEqualTo(0); // 1.625 against 1.3125
        assertThat(choice("trade-off", Map.of("load", "2"))).isEqualTo(2); // 2.25 against 2.3125
        assertThat(choice("trade-off", Map.of("load", "0"))).isEqualTo(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choice("trade-off", Map.of("energy", "-1")))
                .withMessage("The policy trade-off, parameter 'energy': \"-1\" must lie between 0.0 and 1000000.0.");
    }

    /** In use (KV blocks alone, no places): 0.1, 0.75, 0.45. Round trips of 100 ms in 500 ms: 0.2 each, half near, half middling. */
    @Test
    void fuzzyRulesWeighFarAndFull() {
        FakeCandidates candidates = FakeCandidates.of(
                edge().rtt(350).kv(0.2), // altogether far, altogether empty: 0.5
                edge().rtt(10).kv(1.5), // near; 0.75 in use, half middling and half high: (0.75 + 0.25)/2 = 0.5
                edge().rtt(100)
                        .kv(0.9), // half near, half middling; 0.45 in use, half low: (1 + 0.75 + 0.75 + 0.5)/4 = 0.75
                edge().rtt(260).kv(0.9)); // 0.52: 4/15 middling, 11/15 far; half low, half middling: below 0.5

        assertThat(choice("fuzzy", candidates)).isEqualTo(2);
    }

    @Test
    void jurisdictionComesFirstThenHomeThenSpeed() {
        FakeCandidates candidates = FakeCandidates.of(
                edge().ttft(10).breaking(1), edge().ttft(20).in("FR"), edge().ttft(90), edge().ttft(80));
        FakeCandidates allBreak = FakeCandidates.of(
                edge().ttft(10).breaking(1).in("FR"), edge().ttft(20).breaking(2));

        assertThat(choice("jurisdiction-first", candidates)).isEqualTo(3);
        assertThat(choice("jurisdiction-first", allBreak)).isEqualTo(1); // none is lawful, one is at home
    }

    /** Free: 0.25 and 0.75, for half of what is in use are places, of which none is. */
    @Test
    void chancesAreAsWhatIsFree() {
        FakeCandidates candidates = FakeCandidates.of(edge().kv(1.5), edge().kv(0.5), edge().kv(2));
        RoutingPolicy policy = FakeContext.policy("by-available");
        int[] counts = new int[3];
        for (int i = 0; i < 4_000; i++) {
            counts[policy.route(FakeRequest.OF_FIRST_APP, candidates)]++;
        }

        assertThat(counts[0]).isBetween(890, 1_110); // 1,000, four standard deviations of 27
        assertThat(counts[2]).isZero();
    }

    @Test
    void theShortestContextThatTakesThePromptIsKept() {
        // prompts of 500 tokens, and an answer
        FakeCandidates candidates = FakeCandidates.of(
                edge().context(8_000),
                edge().context(500),
                edge().context(1_000).load(0, 3),
                edge().context(1_000).load(0, 2));
        FakeCandidates tooShort = FakeCandidates.of(edge().context(100), edge().context(400));

        assertThat(choice("context-length", candidates)).isEqualTo(3);
        assertThat(choice("context-length", tooShort)).isEqualTo(1);
    }

    private static int choice(String id, FakeCandidates candidates) {
        return FakeContext.policy(id).route(FakeRequest.OF_FIRST_APP, candidates);
    }

    private static int choice(String id, Map<String, String> parameters) {
        return FakeContext.policy(id, parameters).route(FakeRequest.OF_FIRST_APP, FOUR);
    }
}
