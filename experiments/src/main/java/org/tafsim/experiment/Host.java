package org.tafsim.experiment;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Where and when runs take place: provenance, which no result depends on.
 *
 * @param jdk version and vendor
 * @param os name, version and architecture
 * @param cores that Java sees
 * @param clock tells the time of day
 * @param cpuNanos CPU time spent so far (ns), negative where the platform does not tell
 */
public record Host(String jdk, String os, int cores, InstantSource clock, LongSupplier cpuNanos) {

    /** This process, with its CPU time since it started. */
    public static Host ofThisProcess() {
        return new Host(
                System.getProperty("java.vm.version") + " " + System.getProperty("java.vm.vendor"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                Clock.systemUTC(),
                Host::processCpuNanos);
    }

    private static long processCpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean bean
                ? bean.getProcessCpuTime()
                : -1;
    }
}
