package org.tafsim.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Million hold operations per second of this process's CPU time (collector included), which a busy neighbor disturbs less
 * than wall time does.
 */
final class HoldMeasurement {
    private static final int ITERATIONS = 9;
    private static final long WARMUP_NANOS = 1_500_000_000L;
    private static final double ITERATION_NANOS = 4e8;
    private static final int FIRST_EVENTS = 20_000;

    private HoldMeasurement() {}

    /** The median of the iterations. */
    static double millionPerCpuSecond(HoldModel model) {
        long events = (long) (warmUp(model) * ITERATION_NANOS);
        double[] rates = new double[ITERATIONS];
        for (int i = 0; i < ITERATIONS; i++) {
            long before = cpuNanos();
            model.hold(events);
            rates[i] = 1e3 * events / (cpuNanos() - before);
        }
        Arrays.sort(rates);
        return rates[ITERATIONS / 2];
    }

    /** Operations per nanosecond at the end of the warm-up. */
    private static double warmUp(HoldModel model) {
        long start = System.nanoTime();
        long events = FIRST_EVENTS;
        double rate = 0;
        while (System.nanoTime() - start < WARMUP_NANOS) {
            long before = System.nanoTime();
            model.hold(events);
            rate = (double) events / (System.nanoTime() - before);
            events = Math.max(FIRST_EVENTS, (long) (rate * ITERATION_NANOS / 4));
        }
        return rate;
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
