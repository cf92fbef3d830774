package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tafsim.policies.Candidate.edge;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tafsim.policy.RoutingPolicy;

class SessionAffinityTest {

    private static final FakeRequest OF_SEVEN = new FakeRequest(0, 7);

    @Test
    void aSessionStaysWhereItWasServedThoughOthersHaveLess() {
        RoutingPolicy policy = SessionAffinity.TYPE.create(new ScriptedStream());
        FakeCandidates candidates =
                FakeCandidates.of(edge().index(3).load(0, 1), edge().index(7).load(8, 9));

        assertThat(policy.route(OF_SEVEN, candidates)).isEqualTo(1); // 17 are 16 more than 1
    }

    @Test
    void itLeavesAReplicaThatHasTooManyMoreInFlightThanAnother() {
        RoutingPolicy policy = SessionAffinity.TYPE.create(new ScriptedStream());
        FakeCandidates candidates = FakeCandidates.of(
                edge().index(2).load(0, 5),
                edge().index(3).load(0, 1),
                edge().index(7).load(9, 9));

        assertThat(policy.route(OF_SEVEN, candidates)).isEqualTo(1);
    }

    @Test
    void howManyCanBeSaid() {
        RoutingPolicy policy = SessionAffinity.TYPE.create(new FakeContext(Map.of("excess", "2"), 0));

        assertThat(policy.route(
                        OF_SEVEN,
                        FakeCandidates.of(
                                edge().index(3).load(0, 1), edge().index(7).load(0, 3))))
                .isEqualTo(1);
        assertThat(policy.route(
                        OF_SEVEN,
                        FakeCandidates.of(
                                edge().index(3).load(0, 1), edge().index(7).load(0, 4))))
                .isZero();
    }

    @Test
    void aSessionWhoseReplicaIsNoCandidateAnyMoreGoesToTheLeastLoaded() {
        RoutingPolicy policy = SessionAffinity.TYPE.create(new ScriptedStream());
        FakeCandidates candidates =
                FakeCandidates.of(edge().index(3).load(0, 4), edge().index(8).load(0, 2));

        assertThat(policy.route(OF_SEVEN, candidates)).isEqualTo(1);
    }

    @Test
    void whatBeginsOrStandsAloneGoesToTheLeastLoadedOfEqualsOneAtRandom() {
        ScriptedStream draws = new ScriptedStream(1);
        RoutingPolicy policy = SessionAffinity.TYPE.create(draws);
        FakeCandidates candidates = FakeCandidates.of(
                edge().index(3).load(0, 2),
                edge().index(7).load(0, 2),
                edge().index(9).load(0, 3));

        assertThat(policy.route(FakeRequest.OF_FIRST_APP, candidates)).isEqualTo(1);
        assertThat(draws.isUsedUp()).isTrue();
    }

    @Test
    void anExcessThatIsNoNumberIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionAffinity.TYPE.create(new FakeContext(Map.of("excess", "-1"), 0)))
                .withMessage(
                        "The policy session-affinity, parameter 'excess': \"-1\" is no whole number of requests; expected e.g. \"16\".");
    }
}
