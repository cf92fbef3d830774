package org.tafsim.workload;

import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.App;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.model.PromptText;
import org.tafsim.model.Scenario;

/** Requests of a trace: its times and tokens; who sends them is drawn by weight. */
final class TraceRequests implements RequestSource {
    private final TraceArrivals arrivals;
    private final Senders senders;
    private final RequestDraws draws;
    private long arrivalNanos;
    private long sequence = -1;

    private TraceRequests(TraceArrivals arrivals, Senders senders, RequestDraws draws) {
        this.arrivals = arrivals;
        this.senders = senders;
        this.draws = draws;
    }

    static TraceRequests of(Scenario scenario, int appIndex, RandomStreams streams, TraceOpener traces) {
        App app = scenario.apps().get(appIndex);
        if (!(app.arrivals() instanceof ArrivalSpec.Trace trace)) {
            throw new IllegalArgumentException("App %s does not replay a trace.".formatted(app.id()));
        }
        Senders senders = new Senders(scenario, app);
        TraceArrivals arrivals = TraceArrivals.open(trace, app.profile(), traces);
        return new TraceRequests(arrivals, senders, new RequestDraws(streams, app));
    }

    @Override
    public boolean advance() {
        arrivalNanos = arrivals.nextNanos();
        sequence++;
        return arrivalNanos != ArrivalProcess.END;
    }

    @Override
    public long arrivalNanos() {
        return arrivalNanos;
    }

    @Override
    public long sequence() {
        return sequence;
    }

    @Override
    public int populationIndex() {
        return draws.population(senders, sequence);
    }

    @Override
    public int promptTokens() {
        return arrivals.promptTokens();
    }

    @Override
    public int outputTokens() {
        return arrivals.outputTokens();
    }

    @Override
    public PromptText promptText() {
        return arrivals.promptText();
    }

    @Override
    public void close() {
        arrivals.close();
    }
}
