package org.tafsim.cli.scenario;

import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.Scenario;
import org.tafsim.workload.RequestSource;
import org.tafsim.workload.TraceOpener;

/**
 * What an application asks for, counted over the requests that a run would see; over its first 200,000 where it has more.
 *
 * @param requests counted
 * @param seconds they take to arrive
 * @param promptTokens of all of them
 * @param outputTokens of all of them
 */
record OfferedLoad(long requests, double seconds, long promptTokens, long outputTokens) {

    private static final int MOST_REQUESTS = 200_000;

    /** That of an application, in the first replication. */
    static OfferedLoad of(Scenario scenario, int app, TraceOpener traces) {
        RandomStreams streams = new RandomStreams(scenario.run().seed(), 0);
        long horizon = scenario.run().horizonNanos();
        long requests = 0;
        long prompts = 0;
        long outputs = 0;
        try (RequestSource source = RequestSource.of(scenario, app, streams, traces)) {
            while (source.advance() && source.arrivalNanos() <= horizon) {
                requests++;
                prompts += source.promptTokens();
                outputs += source.outputTokens();
                if (requests == MOST_REQUESTS) {
                    horizon = Math.max(1, source.arrivalNanos());
                    break;
                }
            }
        }
        return new OfferedLoad(requests, horizon / 1e9, prompts, outputs);
    }

    double requestsPerSecond() {
        return requests / seconds;
    }

    double promptTokensPerSecond() {
        return promptTokens / seconds;
    }

    double outputTokensPerSecond() {
        return outputTokens / seconds;
    }
}
