package org.tafsim.station;

import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;

/** Stations of c servers and one waiting line each, first come first served. Times are whole nanoseconds and exact. */
public final class FifoStations implements QueueingStations {
    private final Kernel kernel;
    private final DepartureListener listener;
    private final int endOfService;
    private final int servers;
    private final int[] busyServers;
    private final WaitingLines lines;

    /**
     * Sets up idle stations.
     *
     * @param stations how many, at least 1
     * @param servers of each, at least 1
     */
    public FifoStations(Kernel kernel, int stations, int servers, DepartureListener listener) {
        StationChecks.sizes(stations, servers);
        this.kernel = kernel;
        this.listener = listener;
        this.servers = servers;
        busyServers = new int[stations];
        lines = new WaitingLines(stations);
        endOfService = kernel.register(EventRank.SERVICE, this::onEndOfService);
    }

    @Override
    public void arrive(int station, int customer, long serviceNanos) {
        StationChecks.service(station, customer, serviceNanos);
        if (busyServers[station] < servers) {
            busyServers[station]++;
            serve(station, customer, serviceNanos);
        } else {
            lines.append(station, customer, serviceNanos);
        }
    }

    private void serve(int station, int customer, long serviceNanos) {
        kernel.schedule(kernel.nowNanos() + serviceNanos, endOfService, station, customer);
    }

    private void onEndOfService(int station, int customer) {
        if (lines.isEmpty(station)) {
            busyServers[station]--;
        } else {
            serve(station, lines.headCustomer(station), lines.headServiceNanos(station));
            lines.removeHead(station);
        }
        listener.onDeparture(station, customer);
    }
}
