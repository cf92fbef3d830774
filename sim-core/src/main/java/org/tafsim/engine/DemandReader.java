package org.tafsim.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.App;
import org.tafsim.model.Scenario;
import org.tafsim.workload.RequestFacts;
import org.tafsim.workload.RequestSource;
import org.tafsim.workload.SessionCourse;
import org.tafsim.workload.SessionDraws;
import org.tafsim.workload.TraceOpener;

/** Lists the requests of a replication without serving them. */
final class DemandReader {
    private final Scenario scenario;
    private final RandomStreams streams;
    private final TraceOpener traces;
    private final FeasiblePlaces places;
    private final MeasuredWindow window;
    private final List<RequestDemand> requests = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();

    /** A request as its user sends it, the first of a session with the course of that. */
    private record Sent(int app, long arrivalNanos, Asked asked, Optional<SessionCourse> course) {}

    DemandReader(Scenario scenario, RandomStreams streams, TraceOpener traces, FeasiblePlaces places) {
        this.scenario = scenario;
        this.streams = streams;
        this.traces = traces;
        this.places = places;
        window = new MeasuredWindow(scenario.run());
    }

    Demand read(AppVariants variants) {
        for (int app = 0; app < scenario.apps().size(); app++) {
            readSource(app);
        }
        LeastWays ways = new LeastWays(scenario, variants, streams, places, typical());
        for (Sent one : sent) {
            if (one.course().isPresent()) {
                addSession(one, one.course().get(), ways);
            } else {
                requests.add(ways.demand(one.app(), one.arrivalNanos(), one.asked()));
            }
        }
        long end = Math.addExact(scenario.run().horizonNanos(), scenario.run().drainNanos());
        return new Demand(places.places(), requests, end);
    }

    private void readSource(int app) {
        App of = scenario.apps().get(app);
        Optional<SessionDraws> draws = of.requestTerms().session().map(spec -> new SessionDraws(streams, of, spec));
        try (RequestSource source = RequestSource.of(scenario, app, streams, traces)) {
            while (source.advance() && source.arrivalNanos() < scenario.run().horizonNanos()) {
                if (draws.isPresent()) {
                    SessionCourse course = new SessionCourse(draws.get(), app, source);
                    sent.add(new Sent(app, source.arrivalNanos(), Asked.of(course), Optional.of(course)));
                } else if (window.measures(source.arrivalNanos())) {
                    sent.add(new Sent(app, source.arrivalNanos(), Asked.of(source), Optional.empty()));
                }
            }
        }
    }

    /** Mean prompt and output by model, of what is sent first. */
    private Map<String, Asked> typical() {
        Map<String, long[]> sums = new HashMap<>(); // asked, never iterated
        Map<String, Asked> means = new HashMap<>(); // likewise
        for (Sent one : sent) {
            String model = scenario.apps().get(one.app()).modelId();
            long[] sum = sums.computeIfAbsent(model, id -> new long[3]);
            sum[0]++;
            sum[1] += one.asked().promptTokens();
            sum[2] += one.asked().outputTokens();
            means.put(model, new Asked(0, 0, (int) (sum[1] / sum[0]), (int) (sum[2] / sum[0]), false));
        }
        return means;
    }

    /** The requests of a session, each as early as it can be: those that can be sent before the horizon. */
    private void addSession(Sent first, SessionCourse course, LeastWays ways) {
        long atNanos = first.arrivalNanos();
        boolean isFirst = true;
        do {
            RequestDemand demand = ways.demand(first.app(), atNanos, Asked.of(course));
            if (!isFirst) {
                demand = ways.anywhere(demand, Asked.of(course));
            }
            if (!isFirst || window.measures(atNanos)) {
                requests.add(demand);
            }
            if (!demand.isServable() || !course.advance() || course.isTooLong()) {
                return;
            }
            isFirst = false;
            atNanos = Math.addExact(atNanos, demand.endNanos() + course.pauseNanos());
        } while (atNanos < scenario.run().horizonNanos());
    }

    /**
     * What a request asks for.
     *
     * @param isKnown whether its text is
     */
    record Asked(int population, long sequence, int promptTokens, int outputTokens, boolean isKnown) {

        static Asked of(RequestFacts facts) {
            return new Asked(
                    facts.populationIndex(),
                    facts.sequence(),
                    facts.promptTokens(),
                    facts.outputTokens(),
                    facts.promptText().size() > 0);
        }
    }
}
