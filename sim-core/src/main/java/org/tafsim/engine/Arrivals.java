package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.workload.RequestSource;

/** Brings the sources' requests in, one pending event per source. */
final class Arrivals implements AutoCloseable {

    private final Kernel kernel;
    private final List<RequestSource> sources;
    private final RequestLife life;
    private final Sessions sessions;
    private final int arrival;

    Arrivals(Kernel kernel, List<RequestSource> sources, RequestLife life, Sessions sessions) {
        this.kernel = kernel;
        this.sources = new ArrayList<>(sources);
        this.life = life;
        this.sessions = sessions;
        arrival = kernel.register(EventRank.ARRIVAL, (app, argument) -> onArrival(app));
    }

    void start() {
        for (int app = 0; app < sources.size(); app++) {
            scheduleNext(app);
        }
    }

    @Override
    public void close() {
        sources.forEach(RequestSource::close);
    }

    private void onArrival(int app) {
        if (sessions.areOf(app)) {
            sessions.begin(app, sources.get(app));
        } else {
            life.onArrival(app, Sessions.NONE, sources.get(app));
        }
        scheduleNext(app);
    }

    private void scheduleNext(int app) {
        RequestSource source = sources.get(app);
        if (source.advance()) {
            kernel.schedule(source.arrivalNanos(), arrival, app, 0);
        }
    }
}
