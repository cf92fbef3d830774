package org.tafsim.station;

import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.KernelKind;
import org.tafsim.kernel.Kernels;

/**
 * The shared edge workload EW1: a given trace of requests, each served at a given site of one server, without network or
 * choice. Every simulator that reads the trace must give the same response times, so it compares speed on equal terms.
 */
public final class EdgeWorkload {
    private static final long NANOS_PER_MICRO = 1_000;

    private final long[] arrivalMicros;
    private final int[] site;
    private final long[] serviceMicros;
    private final long[] responseNanos;
    private final Kernel kernel;
    private final QueueingStations stations;
    private final int arrival;

    /** How a site serves the requests present. */
    public enum Discipline {
        /** One after the other. */
        FIFO,
        /** All at once, at equal shares. */
        PROCESSOR_SHARING
    }

    private EdgeWorkload(
            long[] arrivalMicros,
            int[] site,
            long[] serviceMicros,
            int sites,
            Discipline discipline,
            KernelKind kernelKind) {
        this.arrivalMicros = arrivalMicros;
        this.site = site;
        this.serviceMicros = serviceMicros;
        responseNanos = new long[arrivalMicros.length];
        kernel = Kernels.create(kernelKind);
        stations = switch (discipline) {
            case FIFO -> new FifoStations(kernel, sites, 1, this::onDeparture);
            case PROCESSOR_SHARING -> new ProcessorSharingStations(kernel, sites, this::onDeparture);
        };
        arrival = kernel.register(EventRank.ARRIVAL, (entity, request) -> onArrival(request));
    }

    /**
     * Serves the trace.
     *
     * @param arrivalMicros when each request comes (µs), in ascending order
     * @param site where it is served, in [0, sites)
     * @param serviceMicros the work it brings (µs)
     * @param sites how many there are; idle ones cost nothing
     */
    public static EdgeResponses run(
            long[] arrivalMicros,
            int[] site,
            long[] serviceMicros,
            int sites,
            Discipline discipline,
            KernelKind kernelKind) {
        return EdgeResponses.of(responsesNanos(arrivalMicros, site, serviceMicros, sites, discipline, kernelKind));
    }

    /** The response time (ns) of every request of the trace. */
    static long[] responsesNanos(
            long[] arrivalMicros,
            int[] site,
            long[] serviceMicros,
            int sites,
            Discipline discipline,
            KernelKind kernelKind) {
        if (arrivalMicros.length == 0 || site.length != arrivalMicros.length || serviceMicros.length != site.length) {
            throw new IllegalArgumentException(
                    "The trace must have as many arrivals (%d) as sites (%d) and services (%d), and at least one."
                            .formatted(arrivalMicros.length, site.length, serviceMicros.length));
        }
        EdgeWorkload workload = new EdgeWorkload(arrivalMicros, site, serviceMicros, sites, discipline, kernelKind);
        workload.schedule(0);
        workload.kernel.runUntil(Long.MAX_VALUE);
        return workload.responseNanos;
    }

    private void onArrival(int request) {
        if (request + 1 < arrivalMicros.length) {
            schedule(request + 1);
        }
        stations.arrive(site[request], request, serviceMicros[request] * NANOS_PER_MICRO);
    }

    /** One ahead: the calendar holds one event per busy site, not the whole trace. */
    private void schedule(int request) {
        kernel.schedule(arrivalMicros[request] * NANOS_PER_MICRO, arrival, 0, request);
    }

    private void onDeparture(int station, int request) {
        responseNanos[request] = kernel.nowNanos() - arrivalMicros[request] * NANOS_PER_MICRO;
    }
}
