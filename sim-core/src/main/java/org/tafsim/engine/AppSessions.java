package org.tafsim.engine;

import java.util.Optional;
import java.util.stream.IntStream;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.App;
import org.tafsim.model.Scenario;
import org.tafsim.workload.SessionCourse;
import org.tafsim.workload.SessionDraws;

/** What the sessions of one application have in common. */
final class AppSessions {

    final SessionDraws draws;
    final SessionStatistics statistics;

    /** Replicas that serve its model. */
    private final int[] replicas;

    private AppSessions(SessionDraws draws, SessionStatistics statistics, int[] replicas) {
        this.draws = draws;
        this.statistics = statistics;
        this.replicas = replicas;
    }

    /** Of an application; empty where it has no sessions. */
    static Optional<AppSessions> of(Scenario scenario, App app, RandomStreams streams) {
        int[] replicas = IntStream.range(0, scenario.replicas().size())
                .filter(replica -> scenario.replicas().get(replica).model().id().equals(app.modelId()))
                .toArray();
        return app.requestTerms()
                .session()
                .map(spec -> new AppSessions(
                        new SessionDraws(streams, app, spec), new SessionStatistics(scenario.run()), replicas));
    }

    /** Knows whether a replica could ever serve a request. */
    @FunctionalInterface
    interface Room {
        boolean canEverFit(int replica, int promptTokens, int outputTokens);
    }

    /** Whether the present request of a session is short enough, and some replica could serve it. */
    boolean fits(Room room, SessionCourse course) {
        if (course.isTooLong()) {
            return false;
        }
        for (int replica : replicas) {
            if (room.canEverFit(replica, course.promptTokens(), course.outputTokens())) {
                return true;
            }
        }
        return replicas.length == 0; // its requests are turned away for another reason
    }
}
