package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafsim.policies.Candidate.at;
import static org.tafsim.policies.Candidate.edge;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tafsim.model.Tier;
import org.tafsim.policy.RoutingPolicy;

class BoundedTest {

    @Test
    void edgeWardTakesTheLowestTierThatIsNotFull() {
        assertThat(choice("edge-ward", ladder(4, 0, 0), Map.of())).isEqualTo(0);
        assertThat(choice("edge-ward", ladder(5, 4, 0), Map.of())).isEqualTo(2); // two at the near edge: the quicker
        assertThat(choice("edge-ward", ladder(5, 5, 0), Map.of())).isEqualTo(3);
        assertThat(choice("edge-ward", ladder(1, 1, 0), Map.of("waiting", "0"))).isEqualTo(3);
    }

    @Test
    void edgeWardSendsToTheTopWhereAllAreFull() {
        assertThat(choice("edge-ward", ladder(9, 9, 9), Map.of())).isEqualTo(3);
    }

    private static FakeCandidates ladder(int farEdge, int nearEdge, int cloud) {
        return FakeCandidates.of(
                at(Tier.FAR_EDGE).load(farEdge, 0).ttft(500),
                at(Tier.NEAR_EDGE).load(nearEdge, 0).ttft(400),
                at(Tier.NEAR_EDGE).load(nearEdge, 0).ttft(300),
                at(Tier.CLOUD).load(cloud, 0).ttft(100));
    }

    @Test
    void discoveryTakesTheNearestThatMeetsWhatIsExpected() {
        FakeCandidates candidates = FakeCandidates.of(
                edge().rtt(2).ttft(2500), // not the minimum
                edge().rtt(3).ttft(100).starting(900), // not ready
                edge().rtt(4).ttft(700), // the minimum only
                edge().rtt(9).ttft(300).load(0, 2),
                edge().rtt(9).ttft(400).load(0, 1));

        assertThat(choice("eas-discovery", candidates, Map.of())).isEqualTo(4);
        assertThat(choice("eas-discovery", candidates, Map.of("expected", "200 ms")))
                .isEqualTo(2); // none: the nearest that meets the minimum
        assertThat(choice("eas-discovery", candidates, Map.of("response", "200 ms")))
                .isEqualTo(RoutingPolicy.REFUSE);
    }

    @Test
    void carbonIsSavedWhereTheWaitAllowsIt() {
        FakeCandidates candidates = FakeCandidates.of(
                edge().carbon(300).ttft(100),
                edge().carbon(20).ttft(1200),
                edge().carbon(80).ttft(900),
                edge().carbon(80).ttft(700));

        assertThat(choice("lowest-carbon", candidates, Map.of())).isEqualTo(3);
        assertThat(choice("lowest-carbon", candidates, Map.of("ttft", "2 s"))).isEqualTo(1);
        assertThat(choice("lowest-carbon", candidates, Map.of("ttft", "50 ms"))).isEqualTo(0); // none: the quickest
    }

    @Test
    void theCheapestOfThoseThatBreakNothing() {
        FakeCandidates candidates = FakeCandidates.of(
                edge().breaking(1), // free
                edge().priced(0.10, 0.10).ttft(100), // 0.130 EUR of 1,000 requests at 0.3 kWh
                edge().priced(0, 0.40).ttft(300), // 0.120
                edge().priced(0, 0.40).ttft(200));

        assertThat(choice("cheapest-lawful", candidates, Map.of())).isEqualTo(3);
        assertThat(choice("cheapest-lawful", candidates, Map.of("kwh", "1"))).isEqualTo(1); // 0.2 against 0.4
        assertThat(choice("cheapest-lawful", FakeCandidates.of(edge().breaking(2)), Map.of()))
                .isEqualTo(RoutingPolicy.REFUSE);
    }

    private static int choice(String id, FakeCandidates candidates, Map<String, String> parameters) {
        return FakeContext.policy(id, parameters).route(FakeRequest.OF_FIRST_APP, candidates);
    }
}
