package org.tafsim.workload;

import java.util.Optional;
import java.util.function.Function;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.model.DiurnalProfile;
import org.tafsim.stats.ConfidenceInterval;
import org.tafsim.units.Durations;
import umontreal.ssj.rng.RandomStream;

/** Arrival processes run for measurement, each replication on its own substream. */
final class ArrivalCounts {
    private static final long SEED = 20261123;

    private ArrivalCounts() {}

    static ArrivalProcess process(ArrivalSpec spec, Optional<DiurnalProfile> profile, int replication) {
        return factory(spec, profile).apply(stream(replication));
    }

    static Function<RandomStream, ArrivalProcess> factory(ArrivalSpec spec, Optional<DiurnalProfile> profile) {
        return stream -> ArrivalProcesses.of(spec, profile, stream, TraceOpener.NONE);
    }

    /** Arrivals in each of the windows of this length (s) from time 0 on. */
    static int[] perWindow(ArrivalProcess process, double windowSeconds, int windows) {
        long windowNanos = Durations.nanosOfSeconds(windowSeconds);
        int[] counts = new int[windows];
        for (long at = process.nextNanos(); at < windowNanos * windows; at = process.nextNanos()) {
            counts[(int) (at / windowNanos)]++;
        }
        return counts;
    }

    /** 99.9 % interval for the mean rate (1/s) between 0 and the end. */
    static ConfidenceInterval ratePerSecond(
            int replications, double endSeconds, Function<RandomStream, ArrivalProcess> factory) {
        double[] rates = new double[replications];
        for (int r = 0; r < replications; r++) {
            rates[r] = perWindow(factory.apply(stream(r)), endSeconds, 1)[0] / endSeconds;
        }
        return ConfidenceInterval.student(rates, 0.999);
    }

    private static RandomStream stream(int replication) {
        return new RandomStreams(SEED, replication).stream("arrivals");
    }
}
