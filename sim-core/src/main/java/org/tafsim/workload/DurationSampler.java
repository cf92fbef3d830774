package org.tafsim.workload;

import org.apache.commons.math3.special.Gamma;
import org.tafsim.kernel.random.InverseCdf;
import org.tafsim.kernel.random.Samplers;
import org.tafsim.model.DurationSpec;
import org.tafsim.model.QuantileTable;
import org.tafsim.units.Durations;

/** Turns uniform draws into time spans, never decreasing in the draw. */
@FunctionalInterface
public interface DurationSampler {

    /** Tails end here: a hundred years. */
    double MOST_SECONDS = 100 * 365.25 * 86_400;

    /**
     * A time span (ns), rounded up, at most a hundred years.
     *
     * @param u in (0, 1)
     */
    long nanos(double u);

    /** The sampler of a description. */
    static DurationSampler of(DurationSpec spec) {
        if (spec instanceof DurationSpec.Constant constant) {
            return u -> constant.nanos();
        }
        if (spec instanceof DurationSpec.Exponential exponential) {
            return of(Samplers.exponential(Durations.secondsOfNanos(exponential.meanNanos())));
        }
        if (spec instanceof DurationSpec.Weibull weibull) {
            double mean = Durations.secondsOfNanos(weibull.meanNanos());
            double scale = mean / StrictMath.exp(Gamma.logGamma(1 + 1 / weibull.shape()));
            return of(Samplers.weibull(weibull.shape(), scale));
        }
        if (spec instanceof DurationSpec.LogNormal logNormal) {
            double logMedian = StrictMath.log(Durations.secondsOfNanos(logNormal.medianNanos()));
            double logP95 = StrictMath.log(Durations.secondsOfNanos(logNormal.p95Nanos()));
            double deviation = (logP95 - logMedian) / Samplers.normal().at(0.95);
            return of(Samplers.lognormal(logMedian, deviation));
        }
        if (spec instanceof DurationSpec.Quantiles quantiles) {
            QuantileTable table = quantiles.millis();
            InverseCdf millis = Samplers.quantiles(table.probabilities(), table.values());
            return of(u -> millis.at(u) / 1e3);
        }
        throw new IllegalArgumentException("No duration sampler is known for %s.".formatted(spec));
    }

    private static DurationSampler of(InverseCdf seconds) {
        return u -> Durations.nanosOfSeconds(Math.min(MOST_SECONDS, seconds.at(u)));
    }
}
