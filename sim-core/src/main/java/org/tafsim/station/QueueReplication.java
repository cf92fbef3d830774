package org.tafsim.station;

import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.random.InverseCdf;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.stats.Tally;
import org.tafsim.stats.TimeWeighted;
import org.tafsim.units.Durations;

/**
 * One run of a single queueing station with Poisson arrivals. A first part of the customers warms the station up; the next
 * ones are measured; later ones keep it busy until the last of those has left.
 */
final class QueueReplication {
    private final Kernel kernel;
    private final QueueingStations station;
    private final int warmupCustomers;
    private final long[] arrivedAtNanos;
    private final long[] serviceNanos;
    private final long[] responseNanos;
    private final TimeWeighted present = new TimeWeighted(0, 0);
    private long measuredFromNanos;
    private double meanPresent;
    private double arrivalsPerSecond;
    private int unfinished;

    /** Makes the station to be measured. */
    @FunctionalInterface
    interface StationFactory {
        QueueingStations create(Kernel kernel, QueueingStations.DepartureListener listener);
    }

    QueueReplication(Kernel kernel, StationFactory factory, int warmupCustomers, int measuredCustomers) {
        this.kernel = kernel;
        this.warmupCustomers = warmupCustomers;
        station = factory.create(kernel, (index, customer) -> onDeparture(customer - warmupCustomers));
        arrivedAtNanos = new long[measuredCustomers];
        serviceNanos = new long[measuredCustomers];
        responseNanos = new long[measuredCustomers];
        unfinished = measuredCustomers;
    }

    QueueReplication run(RandomStreams streams, double perSecond, InverseCdf serviceSeconds) {
        new PoissonArrivals(kernel, streams, perSecond, serviceSeconds, this::onArrival);
        kernel.runUntil(Long.MAX_VALUE);
        return this;
    }

    private void onArrival(int customer, long service) {
        int measured = customer - warmupCustomers;
        if (measured == 0) {
            present.restart(kernel.nowNanos());
            measuredFromNanos = kernel.nowNanos();
        } else if (measured == arrivedAtNanos.length) {
            meanPresent = present.mean(kernel.nowNanos());
            arrivalsPerSecond = measured / Durations.secondsOfNanos(kernel.nowNanos() - measuredFromNanos);
        }
        if (isMeasured(measured)) {
            arrivedAtNanos[measured] = kernel.nowNanos();
            serviceNanos[measured] = service;
        }
        present.add(kernel.nowNanos(), 1);
        station.arrive(0, customer, service);
        stopWhenDone(measured);
    }

    private void onDeparture(int measured) {
        present.add(kernel.nowNanos(), -1);
        if (isMeasured(measured)) {
            responseNanos[measured] = kernel.nowNanos() - arrivedAtNanos[measured];
            unfinished--;
        }
    }

    private void stopWhenDone(int measured) {
        if (unfinished == 0 && measured >= arrivedAtNanos.length) {
            kernel.stop();
        }
    }

    private boolean isMeasured(int measured) {
        return measured >= 0 && measured < arrivedAtNanos.length;
    }

    double meanWaitSeconds() {
        Tally wait = new Tally();
        for (int i = 0; i < responseNanos.length; i++) {
            wait.record(Durations.secondsOfNanos(responseNanos[i] - serviceNanos[i]));
        }
        return wait.mean();
    }

    double meanResponseSeconds() {
        return meanResponseSeconds(0, Double.POSITIVE_INFINITY);
    }

    /** Mean response of the customers whose size lies in [from, to) (s). */
    double meanResponseSeconds(double fromSeconds, double toSeconds) {
        Tally response = new Tally();
        for (int i = 0; i < responseNanos.length; i++) {
            double size = Durations.secondsOfNanos(serviceNanos[i]);
            if (size >= fromSeconds && size < toSeconds) {
                response.record(Durations.secondsOfNanos(responseNanos[i]));
            }
        }
        return response.mean();
    }

    /** Time average of the number of customers present while the measured ones came. */
    double meanPresent() {
        return meanPresent;
    }

    /** Rate at which the measured customers came. */
    double arrivalsPerSecond() {
        return arrivalsPerSecond;
    }
}
