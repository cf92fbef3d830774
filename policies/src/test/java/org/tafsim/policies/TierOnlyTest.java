package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafsim.policies.Candidate.at;

import org.junit.jupiter.api.Test;
import org.tafsim.model.Tier;
import org.tafsim.policy.RoutingPolicy;

class TierOnlyTest {

    private static final FakeCandidates EVERY_TIER = FakeCandidates.of(
            at(Tier.FAR_EDGE).ttft(90),
            at(Tier.NEAR_EDGE).ttft(80),
            at(Tier.REGIONAL).ttft(10),
            at(Tier.CLOUD).ttft(200),
            at(Tier.CLOUD).ttft(150));

    @Test
    void cloudOnlyTakesTheQuickestCloudThoughEverythingElseIsQuicker() {
        RoutingPolicy policy = FakeContext.policy("cloud-only");

        assertThat(policy.route(FakeRequest.OF_FIRST_APP, EVERY_TIER)).isEqualTo(4); // 150 ms < 200 ms
    }

    @Test
    void edgeOnlyTakesTheQuickestOfFarAndNearEdge() {
        RoutingPolicy policy = FakeContext.policy("edge-only");

        assertThat(policy.route(FakeRequest.OF_FIRST_APP, EVERY_TIER)).isEqualTo(1); // 80 ms < 90 ms; 10 ms is regional
    }

    @Test
    void bothRefuseWhereTheirTiersAreMissing() {
        FakeCandidates regional = FakeCandidates.of(at(Tier.REGIONAL));

        assertThat(FakeContext.policy("cloud-only").route(FakeRequest.OF_FIRST_APP, regional))
                .isEqualTo(RoutingPolicy.REFUSE);
        assertThat(FakeContext.policy("edge-only").route(FakeRequest.OF_FIRST_APP, regional))
                .isEqualTo(RoutingPolicy.REFUSE);
    }
}
