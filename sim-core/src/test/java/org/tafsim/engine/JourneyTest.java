package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.model.HoursOfDay;
import org.tafsim.model.Relocation;
import org.tafsim.policy.RoutingPolicyType;

/** Users of sessions go abroad after 15 s: what they send from their third turn on comes from there. */
class JourneyTest {
    private static final RoutingPolicyType NEAREST = SmallWorld.policy((request, candidates) -> IntStream.range(
                    0, candidates.size())
            .boxed()
            .min((one, other) -> Double.compare(candidates.roundTripSeconds(one), candidates.roundTripSeconds(other)))
            .orElseThrow());

    @Test
    void whatIsSentAfterTheBorderComesFromTheOtherSide() {
        for (List<RequestRecord> session : sessions(run(1, Relocation.RE_PREFILL))) {
            for (int turn = 0; turn < session.size(); turn++) {
                assertThat(session.get(turn).population()).isEqualTo(turn < 2 ? "users" : "abroad");
            }
        }
    }

    @Test
    void theNearestSiteFollowsTheUsers() {
        for (List<RequestRecord> session : sessions(run(1, Relocation.RE_PREFILL))) {
            for (int turn = 0; turn < session.size(); turn++) {
                assertThat(session.get(turn).replica()).isEqualTo(turn < 2 ? "replica-munich" : "replica-zurich");
            }
        }
    }

    @Test
    void aShareOfThemGoes() {
        Trajectory run = run(0.3, Relocation.RE_PREFILL);

        double sessions = sessions(run).size();
        assertThat(run.metric("all", "session_journeys") / sessions).isCloseTo(0.3, within(0.15));
        assertThat(run(0.3, Relocation.RE_PREFILL).requests()).isEqualTo(run.requests());
    }

    /** Commuters of a minute: the run starts at 6:59, and whose 15 s are over at 7:00 or later goes, but for the last, after 7:01. */
    @Test
    void whoseTimeToGoComesAtAnotherHourStays() {
        HoursOfDay rush = new HoursOfDay(7, 7 + 1 / 60.0, 6 + 59 / 60.0);
        Trajectory run =
                SmallWorld.run(TravelWorld.of(1, Relocation.RE_PREFILL, Optional.of(rush)), NEAREST, Talk.AUDITED);

        long stayed = 0;
        long gone = 0;
        for (List<RequestRecord> session : sessions(run)) {
            long leaves = session.get(0).arrivalNanos() + 15_000_000_000L;
            boolean goes = leaves >= 60_000_000_000L && leaves < 120_000_000_000L;
            for (int turn = 0; turn < session.size(); turn++) {
                assertThat(session.get(turn).population()).isEqualTo(goes && turn >= 2 ? "abroad" : "users");
            }
            stayed += goes ? 0 : 1;
            gone += goes ? 1 : 0;
        }
        assertThat(stayed).isGreaterThan(5);
        assertThat(gone).isGreaterThan(5);
    }

    @Test
    void hoursThatAreTheWholeDayChangeNothing() {
        HoursOfDay day = new HoursOfDay(0, 24, 5);

        assertThat(SmallWorld.run(TravelWorld.of(0.6, Relocation.MOVE_KV, Optional.of(day)), NEAREST, Talk.AUDITED)
                        .requests())
                .isEqualTo(run(0.6, Relocation.MOVE_KV).requests());
    }

    @Test
    void whoKeepsHisReplicaIsServedFromHome() {
        Trajectory run = run(1, Relocation.KEEP);

        assertThat(run.requests()).allMatch(request -> request.replica().equals("replica-munich"));
        assertThat(run.metric("all", "relocations")).isZero();
    }

    /** The third turn begins with what the second left: 200 + 8 + 200 + 8 + 200 tokens, of which the KV cache is of 415. */
    @Test
    void aKvCacheThatFollowsNeedNotBeComputedAnew() {
        Trajectory moved = run(1, Relocation.MOVE_KV);
        Trajectory computed = run(1, Relocation.RE_PREFILL);

        double relocations = moved.metric("all", "relocations");
        assertThat(relocations).isGreaterThan(20).isEqualTo(computed.metric("all", "relocations"));
        assertThat(computed.metric("all", "kv_moved_gb")).isZero();
        // the model's KV cache: 98,304 B a token
        assertThat(moved.metric("all", "kv_moved_gb")).isCloseTo(relocations * 415 * 98_304 / 1e9, within(1e-6));
        assertThat(moved.metric("all", "prefix_hit_ratio"))
                .isGreaterThan(computed.metric("all", "prefix_hit_ratio") + 0.05);
    }

    /** 41 MB over two connections of 1 Gbit/s take 653 ms, and longer where two caches meet; so long the request waits. */
    @Test
    void theRequestWaitsForItsKvCache() {
        List<List<RequestRecord>> moved = sessions(run(1, Relocation.MOVE_KV));

        for (List<RequestRecord> session : moved) {
            if (session.size() > 3) {
                RequestRecord first = session.get(2);
                assertThat(first.reachedReplicaNanos() - first.arrivalNanos()).isBetween(653_000_000L, 1_500_000_000L);
                assertThat(held(first)).isPositive();
                assertThat(held(session.get(3))).isZero();
            }
        }
    }

    /** What the way up took beside the network (ns). */
    private static long held(RequestRecord request) {
        NetworkSegments segments = request.segments();
        return request.reachedReplicaNanos()
                - request.arrivalNanos()
                - segments.radioUpNanos()
                - segments.fiberUpNanos()
                - segments.linksUpNanos();
    }

    @ParameterizedTest
    @EnumSource(Relocation.class)
    void bothStepModesAndAllKernelsAreOne(Relocation relocation) {
        Trajectory one = SmallWorld.run(TravelWorld.of(0.6, relocation), NEAREST, Talk.AUDITED);
        Trajectory other = SmallWorld.run(TravelWorld.of(0.6, relocation), NEAREST, Talk.STEP_BY_STEP);

        assertThat(other.requests()).isEqualTo(one.requests());
    }

    private static Trajectory run(double share, Relocation relocation) {
        return SmallWorld.run(TravelWorld.of(share, relocation), NEAREST, Talk.AUDITED);
    }

    private static List<List<RequestRecord>> sessions(Trajectory run) {
        return Talk.sessions(run);
    }
}
