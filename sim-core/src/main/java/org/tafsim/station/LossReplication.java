package org.tafsim.station;

import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.random.InverseCdf;
import org.tafsim.kernel.random.RandomStreams;

/** One run of a single loss station with Poisson arrivals, the first of which only warm it up. */
final class LossReplication {
    private final Kernel kernel;
    private final LossStations station;
    private final int warmupCustomers;
    private final int measuredCustomers;
    private int blocked;

    LossReplication(Kernel kernel, int servers, int warmupCustomers, int measuredCustomers) {
        this.kernel = kernel;
        this.warmupCustomers = warmupCustomers;
        this.measuredCustomers = measuredCustomers;
        station = new LossStations(kernel, 1, servers, (index, customer) -> {});
    }

    LossReplication run(RandomStreams streams, double perSecond, InverseCdf serviceSeconds) {
        new PoissonArrivals(kernel, streams, perSecond, serviceSeconds, this::onArrival);
        kernel.runUntil(Long.MAX_VALUE);
        return this;
    }

    private void onArrival(int customer, long serviceNanos) {
        boolean isServed = station.arrive(0, customer, serviceNanos);
        if (customer >= warmupCustomers && !isServed) {
            blocked++;
        }
        if (customer + 1 == warmupCustomers + measuredCustomers) {
            kernel.stop();
        }
    }

    double blockedFraction() {
        return (double) blocked / measuredCustomers;
    }
}
