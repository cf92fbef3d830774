package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafsim.policies.Candidate.edge;
import static org.tafsim.policy.AdmissionPolicy.ADMIT;
import static org.tafsim.policy.RoutingPolicy.REFUSE;

import java.util.Arrays;
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

    /** At 22:30 the least of the next three hours is that of midnight, in an hour and a half. */
    @Test
    void whatCanWaitWaitsForTheHourOfLeastCarbon() {
        AdmissionPolicy policy = policy("carbon-shift", Map.of("apps", "app, other", "wait", "3 h"));
        double[] grams = new double[24];
        Arrays.fill(grams, 300);
        grams[0] = 100;
        grams[2] = 50; // too late
        FakeCandidates sunny = FakeCandidates.of(edge().carbonHours(grams), edge().carbon(310));

        assertThat(policy.admit(TimedRequest.at(0).inHour(22.5), sunny.inHour(22)))
                .isEqualTo(5_400_000);
        assertThat(policy.admit(TimedRequest.at(0).inHour(0), sunny.inHour(0))).isEqualTo(7_200_000);
        assertThat(policy.admit(TimedRequest.at(0).inHour(2), sunny.inHour(2))).isEqualTo(ADMIT);
        assertThat(policy("carbon-shift", Map.of("apps", "other"))
                        .admit(TimedRequest.at(0).inHour(22.5), sunny.inHour(22)))
                .isEqualTo(ADMIT);
        assertThat(policy.admit(new TimedRequest(0, 100, 0, 0, 0, 3 * 3_600_000L, 1.5), sunny.inHour(1)))
                .isEqualTo(ADMIT);
    }

    /** The best is 100 all day; in the mean the next hour is better. */
    @Test
    void theMeanOfAllCandidatesMayCount() {
        FakeCandidates two = FakeCandidates.of(edge().carbon(100), edge().carbonHours(300, 200));

        assertThat(policy("carbon-shift", Map.of("apps", "app")).admit(TimedRequest.at(0), two))
                .isEqualTo(ADMIT);
        assertThat(policy("carbon-shift", Map.of("apps", "app", "of", "mean")).admit(TimedRequest.at(0), two))
                .isEqualTo(3_600_000);
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
