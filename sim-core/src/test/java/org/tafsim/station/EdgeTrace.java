package org.tafsim.station;

/**
 * The shared edge trace, as its published generator makes it: 50 sites at load 0.8, one Poisson stream, exponential services
 * of mean 100 ms, SplitMix64 from seed 42. A shorter trace is a prefix of a longer one.
 */
final class EdgeTrace {
    static final int SITES = 50;
    private static final double LOAD = 0.8;
    private static final double MEAN_SERVICE_MICROS = 100_000;

    final long[] arrivalMicros;
    final int[] site;
    final long[] serviceMicros;
    private long state = 42;

    EdgeTrace(int requests) {
        arrivalMicros = new long[requests];
        site = new int[requests];
        serviceMicros = new long[requests];
        double time = 0;
        for (int i = 0; i < requests; i++) {
            time += exponential() * MEAN_SERVICE_MICROS / (SITES * LOAD);
            arrivalMicros[i] = (long) time;
            site[i] = (int) Math.floorMod(next() >>> 1, (long) SITES);
            serviceMicros[i] = Math.max(1, Math.round(exponential() * MEAN_SERVICE_MICROS));
        }
    }

    private double exponential() {
        return -StrictMath.log(((next() >>> 11) + 0.5) * 0x1p-53);
    }

    private long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
