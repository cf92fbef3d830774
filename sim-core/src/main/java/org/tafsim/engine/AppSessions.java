package org.tafsim.engine;

import java.util.Optional;
import java.util.stream.IntStream;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.App;
import org.tafsim.model.Scenario;
import org.tafsim.model.SessionSpec;
import org.tafsim.workload.SessionDraws;

/** What the sessions of one application have in common. */
final class AppSessions {

    final SessionDraws draws;
    final SessionStatistics statistics;
    final int systemTokens;

    /** Prompt and output of a request, at most (tokens). */
    private final int maxContext;

    /** Replicas that serve its model. */
    private final int[] replicas;

    private AppSessions(SessionSpec spec, SessionDraws draws, SessionStatistics statistics, int[] replicas) {
        this.draws = draws;
        this.statistics = statistics;
        this.replicas = replicas;
        systemTokens = spec.systemTokens();
        maxContext = spec.maxContext().orElse(Integer.MAX_VALUE);
    }

    /** Of an application; empty where it has no sessions. */
    static Optional<AppSessions> of(Scenario scenario, App app, RandomStreams streams) {
        int[] replicas = IntStream.range(0, scenario.replicas().size())
                .filter(replica -> scenario.replicas().get(replica).model().id().equals(app.modelId()))
                .toArray();
        return app.requestTerms()
                .session()
                .map(spec -> new AppSessions(
                        spec, new SessionDraws(streams, app, spec), new SessionStatistics(scenario.run()), replicas));
    }

    /** Knows whether a replica could ever serve a request. */
    @FunctionalInterface
    interface Room {
        boolean canEverFit(int replica, int promptTokens, int outputTokens);
    }

    /** Whether a request is short enough, and some replica could serve it. */
    boolean fits(Room room, long promptTokens, int outputTokens) {
        if (promptTokens + outputTokens > maxContext) {
            return false;
        }
        for (int replica : replicas) {
            if (room.canEverFit(replica, (int) promptTokens, outputTokens)) {
                return true;
            }
        }
        return replicas.length == 0; // its requests are turned away for another reason
    }
}
