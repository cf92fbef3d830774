package org.tafsim.station;

import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.station.QueueingStations.DepartureListener;

/** Stations of c servers without a waiting line: who finds all busy is turned away (Erlang's loss system). */
public final class LossStations {
    private final Kernel kernel;
    private final DepartureListener listener;
    private final int endOfService;
    private final int servers;
    private final int[] busyServers;

    /**
     * Sets up idle stations.
     *
     * @param stations how many, at least 1
     * @param servers of each, at least 1
     */
    public LossStations(Kernel kernel, int stations, int servers, DepartureListener listener) {
        StationChecks.sizes(stations, servers);
        this.kernel = kernel;
        this.listener = listener;
        this.servers = servers;
        busyServers = new int[stations];
        endOfService = kernel.register(EventRank.SERVICE, this::onEndOfService);
    }

    /**
     * A customer comes to a station now.
     *
     * @param station in [0, number of stations)
     * @param customer the caller's number for it, handed back on departure
     * @param serviceNanos how long it holds a server (ns), at least 0
     * @return whether it found a free server
     */
    public boolean arrive(int station, int customer, long serviceNanos) {
        StationChecks.service(station, customer, serviceNanos);
        if (busyServers[station] == servers) {
            return false;
        }
        busyServers[station]++;
        kernel.schedule(kernel.nowNanos() + serviceNanos, endOfService, station, customer);
        return true;
    }

    private void onEndOfService(int station, int customer) {
        busyServers[station]--;
        listener.onDeparture(station, customer);
    }
}
