package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tafsim.engine.Talk.AUDITED;
import static org.tafsim.engine.Talk.SECOND;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.model.CountSpec;
import org.tafsim.model.CutOff;
import org.tafsim.model.DurationSpec;
import org.tafsim.model.FaultKind;
import org.tafsim.model.FaultScope;
import org.tafsim.model.FaultsSpec;
import org.tafsim.model.LengthSpec;
import org.tafsim.model.Remedy;
import org.tafsim.model.ScriptedFault;
import org.tafsim.model.SessionSpec;
import org.tafsim.model.SovereigntySpec;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;

/** Conversations, from their first turn to the last. */
class SessionsTest {

    private static final int BLOCK = 16;
    private static final DurationSpec TWO_SECONDS = new DurationSpec.Constant(2 * SECOND);
    private static final SessionSpec THREE_TURNS = Talk.of(new CountSpec.Fixed(3), TWO_SECONDS);
    private static final SessionSpec.Tools TOOLS =
            new SessionSpec.Tools(new CountSpec.Fixed(2), new DurationSpec.Constant(SECOND), new LengthSpec.Fixed(700));

    @Test
    void aTurnFollowsTheAnswerBeforeOnceItsUserHasThought() {
        Trajectory run = run(new SmallWorld().session(THREE_TURNS));

        List<List<RequestRecord>> sessions = Talk.sessions(run);
        assertThat(sessions).hasSizeGreaterThan(100).anyMatch(session -> session.size() == 3);
        assertThat(sessions).allSatisfy(session -> {
            assertThat(session).hasSizeLessThanOrEqualTo(3);
            for (int turn = 1; turn < session.size(); turn++) {
                assertThat(session.get(turn).arrivalNanos())
                        .isEqualTo(session.get(turn - 1).endNanos() + 2 * SECOND);
            }
        });
    }

    @Test
    void aPromptIsAllThatWasSaidAndWhatIsNew() {
        SessionSpec session =
                new SessionSpec(new CountSpec.Fixed(2), TWO_SECONDS, 160, OptionalInt.empty(), Optional.of(TOOLS));

        Trajectory run = run(
                new SmallWorld().oneByOne(50).answers(30).requestsPerSecond(0.5).session(session));

        // A turn is the user's 50 tokens, and two results of 700 after 30 tokens that call for them.
        List<Integer> prompts = List.of(210, 940, 1670, 1750, 2480, 3210);
        assertThat(Talk.sessions(run))
                .filteredOn(requests -> requests.size() == 6)
                .isNotEmpty()
                .allSatisfy(requests -> assertThat(requests)
                        .extracting(RequestRecord::promptTokens)
                        .containsExactlyElementsOf(prompts));
    }

    @Test
    void toolsAreNotThoughtAbout() {
        SessionSpec session =
                new SessionSpec(new CountSpec.Fixed(2), TWO_SECONDS, 0, OptionalInt.empty(), Optional.of(TOOLS));

        Trajectory run = run(new SmallWorld().requestsPerSecond(0.5).session(session));

        List<Long> pauses = List.of(SECOND, SECOND, 2 * SECOND, SECOND, SECOND);
        assertThat(Talk.sessions(run))
                .allSatisfy(requests -> {
                    for (int i = 1; i < requests.size(); i++) {
                        long pause = requests.get(i).arrivalNanos()
                                - requests.get(i - 1).endNanos();
                        assertThat(pause).isEqualTo(pauses.get(i - 1));
                    }
                })
                .anyMatch(requests -> requests.size() == 6);
    }

    @Test
    void aSessionThatWouldNotFitIsCutAndCounted() {
        SessionSpec session =
                new SessionSpec(new CountSpec.Fixed(5), TWO_SECONDS, 0, OptionalInt.of(250), Optional.empty());

        Trajectory run = run(
                new SmallWorld().oneByOne(50).answers(30).requestsPerSecond(1).session(session));

        // 50 + 30, 130 + 30 and 210 + 30 tokens fit; 290 + 30 do not.
        assertThat(Talk.sessions(run))
                .allSatisfy(requests -> assertThat(requests).hasSizeLessThanOrEqualTo(3));
        assertThat(run.metric("app:chat", "sessions_completed")).isZero();
        assertThat(run.metric("app:chat", "sessions_cut")).isPositive();
        assertThat(run.metric("app:chat", "session_turns_mean")).isEqualTo(3);
        assertThat(run.metric("all", "rejected_too_long")).isZero();
    }

    @Test
    void withoutABoundOfItsOwnASessionEndsWhereNoReplicaCouldTakeMore() {
        SmallWorld world = new SmallWorld().oneByOne(50).answers(30).requestsPerSecond(1);
        int blocks = 16; // 256 tokens

        Trajectory run = run(world.kvBlocks(blocks).session(Talk.of(new CountSpec.Fixed(5), TWO_SECONDS)));

        assertThat(run.metric("app:chat", "session_turns_mean")).isEqualTo(3);
        assertThat(run.metric("all", "rejected_too_long")).isZero();
    }

    @Test
    void aRequestThatFailsEndsItsSession() {
        Trajectory run = SmallWorld.run(
                new SmallWorld().session(THREE_TURNS).build(),
                SmallWorld.policy((request, candidates) -> request.sessionReplica() < 0 ? 0 : RoutingPolicy.REFUSE),
                AUDITED);

        assertThat(Talk.sessions(run)).allSatisfy(session -> {
            assertThat(session).hasSizeLessThanOrEqualTo(2);
            assertThat(session.get(session.size() - 1).outcome())
                    .isIn(Outcome.REJECTED_BY_POLICY, Outcome.COMPLETED, Outcome.UNFINISHED);
        });
        assertThat(run.metric("app:chat", "sessions_completed")).isZero();
        assertThat(run.metric("app:chat", "sessions_abandoned")).isPositive();
        assertThat(run.metric("app:chat", "session_turns_mean")).isEqualTo(1);
    }

    @Test
    void clientsWhoGiveUpAbandonTheirSessions() {
        Trajectory run = run(new SmallWorld()
                .requestsPerSecond(20)
                .kvBlocks(300)
                .timeoutNanos(SECOND)
                .session(THREE_TURNS));

        assertThat(run.metric("app:chat", "sessions_abandoned")).isPositive();
        assertThat(Talk.sessions(run))
                .allSatisfy(session -> assertThat(session.subList(0, session.size() - 1))
                        .allMatch(request -> request.outcome() == Outcome.COMPLETED));
    }

    /** Virginia stops at 30 s for good: what it computed is lost, and its sessions go on in Zurich, which knows nothing of them. */
    @Test
    void sessionsOutliveTheirReplica() {
        CutOff cutOff = new CutOff(30 * SECOND, OptionalLong.empty(), CutOff.Target.OPERATOR, "cloud", SECOND);
        SmallWorld world = new SmallWorld()
                .americanCloud()
                .law(law -> new SovereigntySpec(
                        law.regimes(), law.rules(), law.reach(), List.of(), List.of(cutOff), new Remedy.Keep()))
                .session(THREE_TURNS);
        RoutingPolicyType last = SmallWorld.policy((request, candidates) -> candidates.size() - 1);

        Trajectory run = SmallWorld.run(world.build(), last, AUDITED);

        assertThat(Talk.sessions(run))
                .anySatisfy(session -> assertThat(session)
                        .extracting(RequestRecord::replica)
                        .containsExactly("replica-virginia", "replica-virginia", "replica-zurich"))
                .allSatisfy(session -> assertThat(session.subList(0, session.size() - 1))
                        .allMatch(request -> request.outcome() == Outcome.COMPLETED));
        assertThat(run.metric("app:chat", "sessions_resumed")).isPositive();
        assertThat(run.metric("app:chat", "sessions_lost")).isZero();
        assertThat(SmallWorld.run(world.build(), last, Talk.STEP_BY_STEP).requests())
                .isEqualTo(run.requests());
    }

    /** At second 30 all three sites fail for good. */
    @Test
    void sessionsThatNobodyCanTakeAreLost() {
        ScriptedFault all =
                new ScriptedFault("all", FaultKind.SITE, FaultScope.ALL, 30 * SECOND, OptionalLong.empty(), 0);
        SmallWorld world = new SmallWorld().requestsPerSecond(10).session(THREE_TURNS);

        Trajectory run = SmallWorld.run(
                world.build().withFaults(new FaultsSpec(8, List.of(), List.of(all), List.of())),
                SmallWorld.inTurn(),
                AUDITED);

        long lost = run.requests().stream()
                .filter(request -> request.outcome() == Outcome.LOST)
                .count();
        assertThat(lost).isPositive();
        assertThat(run.metric("app:chat", "sessions_lost")).isEqualTo((double) lost);
        assertThat(run.metric("app:chat", "sessions_resumed")).isZero();
    }

    @Test
    void theDrawsOfSessionsAreNamed() {
        assertThat(StreamUse.shared(new SmallWorld().session(THREE_TURNS).build()))
                .extracting(StreamUse::name)
                .contains("app/chat/session");
        assertThat(StreamUse.shared(new SmallWorld().build()))
                .extracting(StreamUse::name)
                .doesNotContain("app/chat/session");
    }

    /** With room for everything, each request finds the full blocks of all that was said, and the first ones the instructions. */
    @Test
    void atOneReplicaEveryTurnFindsItsHistory() {
        SessionSpec session = new SessionSpec(
                new CountSpec.Fixed(4), TWO_SECONDS, 10 * BLOCK + 5, OptionalInt.empty(), Optional.empty());

        Trajectory run = run(new SmallWorld()
                .requestsPerSecond(0.5)
                .kvBlocks(9_000)
                .session(session)
                .seconds(120));

        long known = 0;
        long found = 0;
        for (List<RequestRecord> requests : Talk.sessions(run)) {
            for (int i = 0; i < requests.size(); i++) {
                RequestRecord request = requests.get(i);
                if (request.measured() && request.outcome() == Outcome.COMPLETED) {
                    int said = request.promptTokens() - Talk.added(requests, i);
                    known += request.promptTokens();
                    found += i == 0 ? 10 * BLOCK : (said - 1) / BLOCK * BLOCK;
                }
            }
        }
        assertThat(run.metric("app:chat", "prefix_hit_ratio")).isEqualTo((double) found / known);
    }

    @Test
    void policiesKnowTheSessionAndWhoServedItLast() {
        Map<Long, Integer> last = new HashMap<>();
        RoutingPolicy alternating = (request, candidates) -> {
            assertThat(request.sessionReplica()).isEqualTo(last.getOrDefault(request.session(), -1));
            int choice = (request.sessionReplica() + 1) % candidates.size();
            last.put(request.session(), candidates.replicaIndex(choice));
            return choice;
        };

        Trajectory run =
                SmallWorld.run(new SmallWorld().session(THREE_TURNS).build(), SmallWorld.policy(alternating), AUDITED);

        assertThat(last).hasSize(Talk.sessions(run).size());
        assertThat(Talk.sessions(run))
                .anySatisfy(session -> assertThat(session)
                        .extracting(RequestRecord::replica)
                        .containsExactly("replica-munich", "replica-zurich", "replica-virginia"));
    }

    @Test
    void requestsThatStandAloneHaveNoSession() {
        Trajectory run = SmallWorld.run(
                new SmallWorld().build(),
                SmallWorld.policy((request, candidates) -> {
                    assertThat(request.session()).isEqualTo(-1);
                    assertThat(request.sessionReplica()).isEqualTo(-1);
                    return 0;
                }),
                AUDITED);

        assertThat(run.requests()).allMatch(request -> request.session() == -1);
        assertThat(run.result().metrics()).noneMatch(metric -> metric.name().startsWith("session"));
    }

    @Test
    void theFirstTurnIsTheRequestThatWouldHaveArrivedAlone() {
        Trajectory alone = run(new SmallWorld());
        Trajectory talking = run(new SmallWorld().session(THREE_TURNS));

        Map<Long, RequestRecord> firsts = new HashMap<>();
        alone.requests().forEach(request -> firsts.put(request.sequence(), request));
        assertThat(Talk.sessions(talking)).allSatisfy(session -> {
            RequestRecord first = firsts.get(session.get(0).session());
            if (first != null) { // the runs end at different times
                assertThat(session.get(0).arrivalNanos()).isEqualTo(first.arrivalNanos());
                assertThat(session.get(0).promptTokens()).isEqualTo(first.promptTokens());
                assertThat(session.get(0).outputTokens()).isEqualTo(first.outputTokens());
            }
        });
    }

    @Test
    void sessionsHaveATurn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Talk.of(new CountSpec.Fixed(0), TWO_SECONDS))
                .withMessage("Session: least number of turns (0) must be positive.");
    }

    private static Trajectory run(SmallWorld world) {
        return SmallWorld.run(world.build(), SmallWorld.always(0), AUDITED);
    }
}
