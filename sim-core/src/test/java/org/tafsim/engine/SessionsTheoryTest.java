package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.model.CountSpec;
import org.tafsim.model.DurationSpec;
import org.tafsim.model.Scenario;
import org.tafsim.stats.ConfidenceInterval;

/** Sessions in progress as a system whose averages are known: Poisson sessions, geometric turns, exponential pauses. */
class SessionsTheoryTest {

    private static final int REPLICATIONS = 10;
    private static final double RATE = 0.5;
    private static final double TURNS = 4;
    private static final double THINK_SECONDS = 5;
    private static final long SECONDS = 900;
    private static final List<Trajectory> RUNS = new ArrayList<>();

    @BeforeAll
    static void simulate() {
        Scenario world = new SmallWorld()
                .requestsPerSecond(RATE)
                .prompts(40)
                .answers(20) // few enough that no session fills its context
                .kvBlocks(9_000)
                .seconds(SECONDS)
                .session(Talk.of(new CountSpec.Geometric(1, TURNS), new DurationSpec.Exponential((long)
                        (THINK_SECONDS * Talk.SECOND))))
                .build();
        for (int replication = 0; replication < REPLICATIONS; replication++) {
            RUNS.add(SmallWorld.run(world, SmallWorld.always(0), replication, Talk.AUDITED));
        }
    }

    /** Little's law: those in progress are the rate at which they begin times their mean time. */
    @Test
    void sessionsInProgressAreTheirRateTimesTheirTime() {
        holdsZero(run -> sessions(run, "sessions_open_mean")
                - sessions(run, "sessions") / SECONDS * sessions(run, "session_time_mean"));
    }

    /** Wald: a session lasts as long as its turns are served, and thought about before all but the first. */
    @Test
    void aSessionLastsForItsTurnsAndTheThoughtsBetween() {
        holdsZero(run -> sessions(run, "session_time_mean")
                - TURNS * run.metric("all", "e2e_mean") / 1e3
                - (TURNS - 1) * THINK_SECONDS);
    }

    /** Every session sends as many requests as it has turns. */
    @Test
    void requestsComeAtTheRateOfSessionsTimesTheirTurns() {
        holdsZero(run -> run.metric("all", "requests") / SECONDS - RATE * TURNS);
        holdsZero(run -> sessions(run, "session_turns_mean") - TURNS);
    }

    /** Almost nobody waits, so sessions are the customers of an M/G/infinity queue. */
    @Test
    void sessionsInProgressAreThoseOfInfinitelyManyServers() {
        assertThat(RUNS).allMatch(run -> run.metric("all", "queue_mean") < 10); // ms
        double seconds = RUNS.stream()
                .mapToDouble(run -> run.metric("all", "e2e_mean") / 1e3)
                .average()
                .orElseThrow();

        holdsZero(run -> sessions(run, "sessions_open_mean") - RATE * (TURNS * seconds + (TURNS - 1) * THINK_SECONDS));
    }

    private static double sessions(Trajectory run, String metric) {
        return run.metric("app:chat", metric);
    }

    private static void holdsZero(ToDoubleFunction<Trajectory> excess) {
        ConfidenceInterval interval =
                ConfidenceInterval.student(RUNS.stream().mapToDouble(excess).toArray(), 0.999);

        assertThat(interval.low()).isLessThan(0);
        assertThat(interval.high()).isGreaterThan(0);
    }
}
