package org.tafsim.cli.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/** CPU time of the thread that simulates; compilers and collectors, which work on threads of their own, not counted. */
public final class CpuClock {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private CpuClock() {}

    /**
     * A result, and what it cost.
     *
     * @param allocatedBytes of memory that was asked for, whether it was given back or not
     */
    record Timed<T>(T result, double cpuSeconds, long allocatedBytes) {}

    static <T> Timed<T> time(Supplier<T> work) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long start = THREADS.getCurrentThreadCpuTime();
        T result = work.get();
        double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
        return new Timed<>(result, seconds, THREADS.getCurrentThreadAllocatedBytes() - allocated);
    }
}
