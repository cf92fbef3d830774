package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tafsim.policies.Candidate.edge;

import java.util.Map;
import org.junit.jupiter.api.Test;

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

    private static int choice(String id, Map<String, String> parameters) {
        return FakeContext.policy(id, parameters).route(FakeRequest.OF_FIRST_APP, FOUR);
    }
}
