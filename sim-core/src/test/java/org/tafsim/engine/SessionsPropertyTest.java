package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafsim.engine.Talk.AUDITED;
import static org.tafsim.engine.Talk.SECOND;
import static org.tafsim.engine.Talk.STEP_BY_STEP;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.model.CountSpec;
import org.tafsim.model.DurationSpec;
import org.tafsim.model.LengthSpec;
import org.tafsim.model.QuantileTable;
import org.tafsim.model.SessionSpec;
import org.tafsim.testing.SeedSource;

/** Laws of sessions, in random worlds; runs are audited, so INV-2 is checked in all of them. */
class SessionsPropertyTest {

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 20)
    void stepByStepIsTheSame(long seed) {
        Trajectory quick = SmallWorld.run(world(seed).build(), SmallWorld.inTurn(), AUDITED);
        Trajectory slow = SmallWorld.run(world(seed).build(), SmallWorld.inTurn(), STEP_BY_STEP);

        assertThat(slow.requests()).isEqualTo(quick.requests());
        assertThat(slow.result().metrics()).isEqualTo(quick.result().metrics());
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 20)
    void everySessionEndsInOneWay(long seed) {
        Trajectory run = SmallWorld.run(world(seed).build(), SmallWorld.inTurn(), AUDITED);

        double ended = run.metric("app:chat", "sessions_completed")
                + run.metric("app:chat", "sessions_cut")
                + run.metric("app:chat", "sessions_abandoned");
        assertThat(run.metric("app:chat", "sessions")).isEqualTo(ended + run.metric("app:chat", "sessions_unfinished"));
        assertThat(run.measured())
                .filteredOn(request -> request.sessionRequest() == 0)
                .hasSize((int) run.metric("app:chat", "sessions"));
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 20)
    void requestsFollowEachOtherWithoutGapOrOverlap(long seed) {
        Trajectory run = SmallWorld.run(world(seed).build(), SmallWorld.inTurn(), AUDITED);

        assertThat(Talk.sessions(run)).allSatisfy(session -> {
            for (int i = 0; i < session.size(); i++) {
                assertThat(session.get(i).sessionRequest()).isEqualTo(i);
                assertThat(Talk.added(session, i)).isPositive();
                if (i > 0) {
                    assertThat(session.get(i - 1).outcome()).isEqualTo(Outcome.COMPLETED);
                    assertThat(session.get(i).arrivalNanos())
                            .isGreaterThanOrEqualTo(session.get(i - 1).endNanos());
                }
            }
        });
    }

    /** What a session says does not depend on who serves it, nor on when. */
    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 20)
    void allPoliciesHearTheSame(long seed) {
        Trajectory one = SmallWorld.run(world(seed).build(), SmallWorld.always(0), AUDITED);
        Trajectory other = SmallWorld.run(world(seed).build(), SmallWorld.inTurn(), AUDITED);

        Map<Long, RequestRecord> heard = new HashMap<>();
        one.requests().forEach(request -> heard.put(request.sequence(), request));
        int both = 0;
        for (RequestRecord request : other.requests()) {
            RequestRecord same = heard.get(request.sequence());
            if (same != null) { // else a session ended early under one of them, or the run did
                both++;
                assertThat(request.promptTokens()).isEqualTo(same.promptTokens());
                assertThat(request.outputTokens()).isEqualTo(same.outputTokens());
                assertThat(request.population()).isEqualTo(same.population());
                assertThat(request.session()).isEqualTo(same.session());
            }
        }
        assertThat(both).isGreaterThan(other.requests().size() / 2);
    }

    static SmallWorld world(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        CountSpec turns = List.of(
                        new CountSpec.Fixed(1 + random.nextInt(4)),
                        new CountSpec.Geometric(1, 1 + 4 * random.nextDouble()),
                        new CountSpec.Quantiles(new QuantileTable(List.of(0.0, 0.5, 1.0), List.of(1.0, 2.0, 8.0))))
                .get(random.nextInt(3));
        SessionSpec session = new SessionSpec(
                turns,
                duration(random),
                random.nextInt(3) * 150,
                random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(3000 + random.nextInt(4000)),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(new SessionSpec.Tools(
                                new CountSpec.Geometric(0, 1.5),
                                duration(random),
                                new LengthSpec.Fixed(1 + random.nextInt(500)))));
        SmallWorld world = new SmallWorld()
                .seed(seed)
                .seconds(30)
                .requestsPerSecond(0.5 + 2 * random.nextDouble())
                .kvBlocks(500 + random.nextInt(2000))
                .session(session);
        return random.nextInt(4) == 0 ? world.timeoutNanos((1 + random.nextInt(5)) * SECOND) : world;
    }

    private static DurationSpec duration(SplittableRandom random) {
        return List.of(
                        new DurationSpec.Constant(random.nextInt(3) * SECOND / 2),
                        new DurationSpec.Exponential(2 * SECOND),
                        new DurationSpec.LogNormal(SECOND, 5 * SECOND),
                        new DurationSpec.Quantiles(
                                new QuantileTable(List.of(0.0, 0.9, 1.0), List.of(0.0, 800.0, 9000.0))))
                .get(random.nextInt(4));
    }
}
