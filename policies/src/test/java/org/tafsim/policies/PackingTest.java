package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tafsim.policies.Candidate.edge;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.policy.RoutingPolicy;

/** 256 places in each batch. */
class PackingTest {

    /** The first has somebody waiting, the last no KV blocks: neither has room. */
    private static final FakeCandidates FIVE = FakeCandidates.of(
            edge().load(1, 2).kv(0.10),
            edge().load(0, 64).kv(0.30), // uses 0.25 and 0.30 of it
            edge().load(0, 32).kv(0.70), // 0.125 and 0.70
            edge().load(0, 128).kv(0.20), // 0.5 and 0.20
            edge().load(0, 10).kv(0.95));

    private static final FakeCandidates FULL = FakeCandidates.of(
            edge().load(2, 9), edge().load(1, 9), edge().load(0, 12).kv(0.99));

    @ParameterizedTest(name = "{0}: {1}, where none has room {2}")
    @CsvSource({
        "packing, 3, 1", // 64, 32, 128 in flight; 11, 10, 12
        "striping, 0, 1", // 3 in flight
        "load-aware, 0, 0", // 10 % of the KV blocks
        "least-allocated, 0, 1", // 0.06, 0.275, 0.4125, 0.35, 0.49; without KV 11/256 against 10/256
        "most-allocated, 2, 1", // of 0.275, 0.4125, 0.35
        "requested-to-capacity, 4, 2", // 0.49 is nearest to 70 % from below; 0.518
        "first-fit, 1, 1",
        "best-fit, 2, 1", // 0.30 left, 0.5 at 3, 0.7 at 1
        "worst-fit, 1, 1",
        "next-fit, 1, 1"
    })
    void whereRoomIs(String id, int chosen, int whereNoneHasRoom) {
        assertThat(FakeContext.policy(id).route(FakeRequest.OF_FIRST_APP, FIVE)).isEqualTo(chosen);
        assertThat(FakeContext.policy(id).route(FakeRequest.OF_FIRST_APP, FULL)).isEqualTo(whereNoneHasRoom);
    }

    @Test
    void howMuchOfTheCacheMayBeInUseCanBeSaid() {
        assertThat(choice("best-fit", Map.of("kv", "60 %"))).isEqualTo(3); // the 70 % has no room any more
        assertThat(choice("packing", Map.of("kv", "15 %"))).isEqualTo(0); // none has: 3, 64, 32, 128, 10
    }

    @Test
    void aShapeMayPreferAnyUse() {
        assertThat(choice("requested-to-capacity", Map.of("shape", "0:10 100:0")))
                .isEqualTo(0);
        assertThat(choice("requested-to-capacity", Map.of("shape", "0:0, 28:10, 29:0")))
                .isEqualTo(1); // 0.275
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choice("requested-to-capacity", Map.of("shape", "50:1 40:2")))
                .withMessage(
                        "The policy requested-to-capacity, parameter 'shape': \"40:2\" in \"50:1 40:2\" is no point;"
                                + " expected rising percents of use with scores of 0 to 10, e.g. \"0:0 70:10 100:0\".");
    }

    @Test
    void nextFitStaysWhileThereIsRoomAndGoesOnFromThere() {
        RoutingPolicy policy = FakeContext.policy("next-fit");

        assertThat(policy.route(FakeRequest.OF_FIRST_APP, three(0.1, 0.95, 0.1)))
                .isEqualTo(0);
        assertThat(policy.route(FakeRequest.OF_FIRST_APP, three(0.5, 0.1, 0.1))).isEqualTo(0);
        assertThat(policy.route(FakeRequest.OF_FIRST_APP, three(0.95, 0.95, 0.1)))
                .isEqualTo(2);
        assertThat(policy.route(FakeRequest.OF_FIRST_APP, three(0.1, 0.1, 0.2))).isEqualTo(2);
        assertThat(policy.route(FakeRequest.OF_FIRST_APP, three(0.1, 0.1, 0.95)))
                .isEqualTo(0);
    }

    private static FakeCandidates three(double first, double second, double third) {
        return FakeCandidates.of(edge().kv(first), edge().kv(second), edge().kv(third));
    }

    private static int choice(String id, Map<String, String> parameters) {
        return FakeContext.policy(id, parameters).route(FakeRequest.OF_FIRST_APP, FIVE);
    }
}
