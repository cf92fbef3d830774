package org.tafsim.workload;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.tafsim.kernel.random.InverseCdf;
import org.tafsim.kernel.random.Samplers;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.model.DiurnalProfile;
import umontreal.ssj.rng.RandomStream;

/**
 * Makes arrival processes from their descriptions: docs/model/workload.md.
 *
 * <p>Each starts in its steady state at time 0, not with an arrival, so that the expected number of arrivals is the rate
 * times the time from the first second on.
 */
public final class ArrivalProcesses {

    private ArrivalProcesses() {}

    /**
     * The process of a description.
     *
     * @param profile shape over the day; the process runs on the profile's operational time
     * @param stream of this process alone
     * @param traces asked only for a trace, which is then read to its end by the process's calls
     * @throws IllegalArgumentException when a trace, or clients with windows, are given a profile, or gaps a variation out of
     *     range
     */
    public static ArrivalProcess of(
            ArrivalSpec spec, Optional<DiurnalProfile> profile, RandomStream stream, TraceOpener traces) {
        if (spec instanceof ArrivalSpec.Trace trace) {
            return TraceArrivals.open(trace, profile, traces);
        }
        DoubleUnaryOperator clock =
                profile.<DoubleUnaryOperator>map(DiurnalClock::new).orElse(DoubleUnaryOperator.identity());
        if (spec instanceof ArrivalSpec.Clients clients) {
            return new ClientArrivals(clients, profile.isPresent(), stream, clock);
        }
        return new GapArrivals(gaps(spec, stream), clock);
    }

    private static Gaps gaps(ArrivalSpec spec, RandomStream stream) {
        if (spec instanceof ArrivalSpec.Poisson poisson) {
            double meanSeconds = 1 / poisson.requestsPerSecond();
            InverseCdf seconds = Samplers.exponential(meanSeconds);
            return () -> seconds.sample(stream);
        }
        if (spec instanceof ArrivalSpec.Renewal renewal) {
            return new RenewalGaps(GapDistribution.of(renewal), stream);
        }
        if (spec instanceof ArrivalSpec.OnOff onOff) {
            return new OnOffGaps(onOff, stream);
        }
        throw new IllegalArgumentException("No arrival process is known for %s.".formatted(spec));
    }
}
