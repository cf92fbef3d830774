package org.tafsim.station;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;

/**
 * Stations of one server each, shared equally among the customers present (egalitarian processor sharing). One pending event
 * per busy station, O(log n) per arrival and departure; departures are exact and rounded up to the nanosecond.
 */
public final class ProcessorSharingStations implements QueueingStations {
    private static final long NO_EVENT = -1;

    private final Kernel kernel;
    private final DepartureListener listener;
    private final int nextDeparture;
    private final @Nullable SharedServer[] servers;
    private final long[] departureEvents;

    /**
     * Sets up idle stations.
     *
     * @param stations how many, at least 1
     */
    public ProcessorSharingStations(Kernel kernel, int stations, DepartureListener listener) {
        StationChecks.sizes(stations, 1);
        this.kernel = kernel;
        this.listener = listener;
        servers = new SharedServer[stations];
        departureEvents = new long[stations];
        Arrays.fill(departureEvents, NO_EVENT);
        nextDeparture = kernel.register(EventRank.SERVICE, (station, argument) -> onNextDeparture(station));
    }

    @Override
    public void arrive(int station, int customer, long serviceNanos) {
        StationChecks.service(station, customer, serviceNanos);
        SharedServer server = server(station);
        releaseDue(station, server);
        server.add(kernel.nowNanos(), customer, serviceNanos);
        scheduleNext(station, server);
    }

    private void onNextDeparture(int station) {
        departureEvents[station] = NO_EVENT;
        SharedServer server = server(station);
        releaseDue(station, server);
        scheduleNext(station, server);
    }

    private void releaseDue(int station, SharedServer server) {
        while (server.size() > 0 && server.nextDepartureNanos() <= kernel.nowNanos()) {
            listener.onDeparture(station, server.removeNext());
        }
    }

    /** Replaces the pending departure: who just came or left has changed everybody's speed. */
    private void scheduleNext(int station, SharedServer server) {
        if (departureEvents[station] != NO_EVENT) {
            kernel.cancel(departureEvents[station]);
        }
        departureEvents[station] =
                server.size() == 0 ? NO_EVENT : kernel.schedule(server.nextDepartureNanos(), nextDeparture, station, 0);
    }

    private SharedServer server(int station) {
        SharedServer server = servers[station];
        if (server == null) {
            server = new SharedServer();
            servers[station] = server;
        }
        return server;
    }
}
