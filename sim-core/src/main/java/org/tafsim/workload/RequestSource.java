package org.tafsim.workload;

import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.App;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.model.Scenario;

/**
 * The requests of one application, in order of arrival, one at a time: its facts are those of the current one. Of an application
 * with sessions these are the first turns, without its instructions; a session's number is that of its first turn.
 *
 * <p>Who sends a request and how long it is are drawn by its sequence number, so that they are the same under every policy and
 * order of events (common random numbers); only arrival times come from a stream.
 */
public interface RequestSource extends RequestFacts, AutoCloseable {

    /** Name of the stream that an application's arrival times come from, unless it replays a trace. */
    static String arrivalStream(App app) {
        return "app/%s/arrivals".formatted(app.id());
    }

    /** Name of the draws by sequence number that say who sends an application's requests, and how long they are. */
    static String requestDraws(App app) {
        return "app/%s/requests".formatted(app.id());
    }

    /** Moves to the next request. @return false when there is none, from then on always */
    boolean advance();

    /** Arrival of the current request (ns since the start of the run), not before the last one's. */
    long arrivalNanos();

    /** Closes the trace behind it, where there is one; may be called twice. */
    @Override
    void close();

    /**
     * The requests of an application.
     *
     * @param appIndex in the scenario
     * @param streams of the replication
     * @param traces opens the application's trace, where it replays one
     */
    static RequestSource of(Scenario scenario, int appIndex, RandomStreams streams, TraceOpener traces) {
        return scenario.apps().get(appIndex).arrivals() instanceof ArrivalSpec.Trace
                ? TraceRequests.of(scenario, appIndex, streams, traces)
                : GeneratedRequests.of(scenario, appIndex, streams);
    }
}
