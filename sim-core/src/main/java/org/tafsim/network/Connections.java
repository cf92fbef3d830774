package org.tafsim.network;

import java.util.List;
import org.tafsim.kernel.random.KeyedDraws;
import org.tafsim.model.App;
import org.tafsim.model.ConnectionSpec;
import org.tafsim.units.Durations;

/** Round trips that the transport protocol takes before the last of a request is under way. */
final class Connections {
    private static final int FRESH_DRAW = 18;

    private final KeyedDraws draws;
    private final ConnectionSpec[] specs;

    Connections(List<App> apps, KeyedDraws draws) {
        this.draws = draws;
        specs = apps.stream().map(app -> app.payload().connection()).toArray(ConnectionSpec[]::new);
    }

    /** Whether an application's requests go at once. */
    boolean isFree(int app) {
        return app >= specs.length || specs[app].isFree();
    }

    /**
     * Time before an application's request is on its way (ns).
     *
     * @param roundTripSeconds between user and site, idle
     */
    long nanos(int app, long bytes, double roundTripSeconds, long drawKey) {
        ConnectionSpec spec = specs[app];
        boolean isFresh = draws.uniform(drawKey, FRESH_DRAW) < spec.freshShare();
        int rounds = spec.slowStartRounds(bytes) + (isFresh ? spec.setupRounds() : 0);
        return Durations.nanosOfSeconds(rounds * roundTripSeconds);
    }
}
