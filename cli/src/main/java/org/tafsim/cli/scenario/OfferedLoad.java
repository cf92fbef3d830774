package org.tafsim.cli.scenario;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.App;
import org.tafsim.model.Pipeline.Step;
import org.tafsim.model.Scenario;
import org.tafsim.workload.RequestFacts;
import org.tafsim.workload.RequestSource;
import org.tafsim.workload.SessionCourse;
import org.tafsim.workload.SessionDraws;
import org.tafsim.workload.StageDraws;
import org.tafsim.workload.TraceOpener;

/**
 * What an application asks for, counted over the requests that a run would see; over its first 200,000 where it has more. Of sessions
 * that begin, all requests count, up to the context that the application itself allows.
 *
 * @param requests counted
 * @param seconds they take to arrive
 * @param inputs of all of them, by stage: prompt tokens, or units of what takes whole batches
 * @param outputs of all of them, by stage (tokens)
 */
public record OfferedLoad(long requests, double seconds, List<Long> inputs, List<Long> outputs) {

    private static final int MOST_REQUESTS = 200_000;

    /** That of an application, in the first replication. */
    public static OfferedLoad of(Scenario scenario, int app, TraceOpener traces) {
        RandomStreams streams = new RandomStreams(scenario.run().seed(), 0);
        Stages stages = new Stages(scenario.apps().get(app), app, streams);
        long horizon = scenario.run().horizonNanos();
        long requests = 0;
        try (RequestSource source = RequestSource.of(scenario, app, streams, traces)) {
            while (source.advance() && source.arrivalNanos() <= horizon) {
                requests += stages.count(source);
                if (requests >= MOST_REQUESTS) {
                    horizon = Math.max(1, source.arrivalNanos());
                    break;
                }
            }
        }
        return new OfferedLoad(requests, horizon / 1e9, list(stages.inputs), list(stages.outputs));
    }

    /** Sums over requests, by the stages they go through. */
    private static final class Stages {
        private final List<Step> then;
        private final StageDraws draws;
        private final long[] inputs;
        private final long[] outputs;
        private final int appIndex;
        private final Optional<SessionDraws> sessions;

        Stages(App app, int appIndex, RandomStreams streams) {
            this.appIndex = appIndex;
            sessions = app.requestTerms().session().map(session -> new SessionDraws(streams, app, session));
            then = app.pipeline().then();
            draws = new StageDraws(streams, app);
            inputs = new long[1 + then.size()];
            outputs = new long[1 + then.size()];
        }

        /** Counts a request, or those of the session that it begins; how many. */
        long count(RequestFacts first) {
            if (sessions.isEmpty()) {
                countOne(first);
                return 1;
            }
            SessionCourse course = new SessionCourse(sessions.get(), appIndex, first);
            long requests = 0;
            do {
                countOne(course);
                requests++;
            } while (course.advance() && !course.isTooLong());
            return requests;
        }

        private void countOne(RequestFacts request) {
            long sequence = request.sequence();
            int before = request.outputTokens();
            inputs[0] += request.promptTokens();
            outputs[0] += before;
            for (int step = 0; step < then.size(); step++) {
                inputs[1 + step] += then.get(step).input().isPresent() ? draws.input(step, sequence) : before;
                before = draws.output(step, sequence);
                outputs[1 + step] += before;
            }
        }
    }

    private static List<Long> list(long[] sums) {
        return LongStream.of(sums).boxed().toList();
    }

    /** Requests of the application, as they arrive. */
    public double requestsPerSecond() {
        return requests / seconds;
    }

    double inputPerSecond(int stage) {
        return inputs.get(stage) / seconds;
    }

    double outputPerSecond(int stage) {
        return outputs.get(stage) / seconds;
    }
}
