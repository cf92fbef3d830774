package org.tafsim.workload;

import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.App;
import org.tafsim.model.Scenario;

/** Requests drawn from distributions. */
final class GeneratedRequests implements RequestSource {
    private final ArrivalProcess arrivals;
    private final Senders senders;
    private final RequestDraws draws;
    private final LengthSampler prompt;
    private final LengthSampler output;
    private long arrivalNanos;
    private long sequence = -1;

    private GeneratedRequests(App app, ArrivalProcess arrivals, Senders senders, RequestDraws draws) {
        this.arrivals = arrivals;
        this.senders = senders;
        this.draws = draws;
        prompt = LengthSampler.of(app.prompt());
        output = LengthSampler.of(app.output());
    }

    static GeneratedRequests of(Scenario scenario, int appIndex, RandomStreams streams) {
        App app = scenario.apps().get(appIndex);
        ArrivalProcess arrivals = ArrivalProcesses.of(
                app.arrivals(), app.profile(), streams.stream(RequestSource.arrivalStream(app)), TraceOpener.NONE);
        return new GeneratedRequests(app, arrivals, new Senders(scenario, app), new RequestDraws(streams, app));
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
        return draws.promptTokens(prompt, sequence);
    }

    @Override
    public int outputTokens() {
        return draws.outputTokens(output, sequence);
    }

    @Override
    public void close() {}
}
