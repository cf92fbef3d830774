package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafsim.policies.Candidate.edge;
import static org.tafsim.policy.AdmissionPolicy.ADMIT;
import static org.tafsim.policy.RoutingPolicy.REFUSE;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tafsim.policy.AdmissionPolicy;
import org.tafsim.policy.AdmissionPolicyType;

class AdmissionPoliciesTest {

    private static final FakeCandidates ONE = FakeCandidates.of(edge());

    private static AdmissionPolicy policy(String id, Map<String, String> parameters) {
        return RolePoliciesTest.policy(AdmissionPolicyType.class, id, parameters);
    }

    /** Two at once, then one every half second; another app has its own bucket. */
    @Test
    void aBucketIsEmptiedByABurstAndFilledByTime() {
        AdmissionPolicy policy = policy("token-bucket", Map.of("rate", "2", "burst", "2"));

        assertThat(policy.admit(TimedRequest.at(0), ONE)).isEqualTo(ADMIT);
        assertThat(policy.admit(TimedRequest.at(0), ONE)).isEqualTo(ADMIT);
        assertThat(policy.admit(TimedRequest.at(0), ONE)).isEqualTo(REFUSE);
        assertThat(policy.admit(TimedRequest.at(0).ofApp(3), ONE)).isEqualTo(ADMIT);
        assertThat(policy.admit(TimedRequest.at(499), ONE)).isEqualTo(REFUSE);
        assertThat(policy.admit(TimedRequest.at(501), ONE)).isEqualTo(ADMIT);
        assertThat(policy.admit(TimedRequest.at(10_000), ONE)).isEqualTo(ADMIT);
        assertThat(policy.admit(TimedRequest.at(10_000), ONE)).isEqualTo(ADMIT);
        assertThat(policy.admit(TimedRequest.at(10_000), ONE)).isEqualTo(REFUSE);
        assertThat(policy.refusalReasons()).containsExactly("over-rate");
    }

    @Test
    void aQueueLimitLetsInAsLongAsOneCandidateIsNotSaturated() {
        AdmissionPolicy policy = policy("queue-limit", Map.of());

        assertThat(policy.admit(TimedRequest.at(0), FakeCandidates.of(edge().load(6, 1), edge().load(5, 1))))
                .isEqualTo(ADMIT);
        assertThat(policy.admit(TimedRequest.at(0), FakeCandidates.of(edge().load(6, 1), edge().kv(0.81))))
                .isEqualTo(REFUSE);
        assertThat(policy.refusalReasons()).containsExactly("saturated");
    }

    @Test
    void onlyRequestsOfLowPriorityAreShed() {
        AdmissionPolicy policy = policy("shed", Map.of("waiting", "0", "keep", "1"));
        FakeCandidates full = FakeCandidates.of(edge().load(1, 8));

        assertThat(policy.admit(TimedRequest.at(0).withPriority(1), full)).isEqualTo(ADMIT);
        assertThat(policy.admit(TimedRequest.at(0).withPriority(2), full)).isEqualTo(REFUSE);
        assertThat(policy.admit(TimedRequest.at(0).withPriority(2), ONE)).isEqualTo(ADMIT);
        assertThat(policy.refusalReasons()).containsExactly("shed");
    }

    @Test
    void whatNobodyWouldServeInTimeIsRefused() {
        FakeCandidates slow = FakeCandidates.of(edge().ttft(300), edge().ttft(401));

        assertThat(policy("slo-guard", Map.of()).admit(TimedRequest.at(0).promised(300), slow))
                .isEqualTo(ADMIT);
        assertThat(policy("slo-guard", Map.of()).admit(TimedRequest.at(0).promised(299), slow))
                .isEqualTo(REFUSE);
        assertThat(policy("slo-guard", Map.of("factor", "1.5"))
                        .admit(TimedRequest.at(0).promised(200), slow))
                .isEqualTo(ADMIT);
        assertThat(policy("slo-guard", Map.of()).admit(TimedRequest.at(0), slow))
                .isEqualTo(ADMIT);
    }
}
