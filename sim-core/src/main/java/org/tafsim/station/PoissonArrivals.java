package org.tafsim.station;

import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.random.InverseCdf;
import org.tafsim.kernel.random.Mrg32k3a;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.kernel.random.Samplers;
import org.tafsim.units.Durations;

/** Customers numbered from 0 on who come without end at exponential gaps, one scheduled ahead. */
final class PoissonArrivals {
    private final Kernel kernel;
    private final Entrance entrance;
    private final InverseCdf gapSeconds;
    private final InverseCdf serviceSeconds;
    private final Mrg32k3a gaps;
    private final Mrg32k3a services;
    private final int arrival;

    /** Where customers come in. */
    @FunctionalInterface
    interface Entrance {
        void enter(int customer, long serviceNanos);
    }

    PoissonArrivals(
            Kernel kernel, RandomStreams streams, double perSecond, InverseCdf serviceSeconds, Entrance entrance) {
        this.kernel = kernel;
        this.entrance = entrance;
        this.gapSeconds = Samplers.exponential(1 / perSecond);
        this.serviceSeconds = serviceSeconds;
        gaps = streams.stream("arrivals");
        services = streams.stream("services");
        arrival = kernel.register(EventRank.ARRIVAL, (entity, customer) -> onArrival(customer));
        scheduleNext(0);
    }

    private void onArrival(int customer) {
        scheduleNext(customer + 1);
        entrance.enter(customer, Durations.nanosOfSeconds(serviceSeconds.sample(services)));
    }

    private void scheduleNext(int customer) {
        long gapNanos = Durations.nanosOfSeconds(gapSeconds.sample(gaps));
        kernel.schedule(kernel.nowNanos() + gapNanos, arrival, 0, customer);
    }
}
