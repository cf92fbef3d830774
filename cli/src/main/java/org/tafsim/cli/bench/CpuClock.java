package org.tafsim.cli.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Supplier;

/** CPU time of the thread that simulates; compilers and collectors, which work on threads of their own, not counted. */
public final class CpuClock {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private CpuClock() {}

    /** A result, and what it cost (s). */
    record Timed<T>(T result, double cpuSeconds) {}

    static <T> Timed<T> time(Supplier<T> work) {
        long start = THREADS.getCurrentThreadCpuTime();
        T result = work.get();
        return new Timed<>(result, (THREADS.getCurrentThreadCpuTime() - start) / 1e9);
    }
}
