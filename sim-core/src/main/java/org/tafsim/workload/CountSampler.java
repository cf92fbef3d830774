package org.tafsim.workload;

import org.tafsim.kernel.random.InverseCdf;
import org.tafsim.kernel.random.Samplers;
import org.tafsim.model.CountSpec;
import org.tafsim.model.QuantileTable;

/** Turns uniform draws into whole numbers, never decreasing in the draw. */
@FunctionalInterface
public interface CountSampler {

    /** Tails end here. */
    int MOST = 1_000_000;

    /**
     * A number, at least the description's least.
     *
     * @param u in (0, 1)
     */
    int count(double u);

    /** The sampler of a description. */
    static CountSampler of(CountSpec spec) {
        if (spec instanceof CountSpec.Fixed fixed) {
            return u -> fixed.count();
        }
        if (spec instanceof CountSpec.Geometric geometric) {
            return geometric(geometric.least(), geometric.mean() - geometric.least());
        }
        if (spec instanceof CountSpec.Quantiles quantiles) {
            QuantileTable table = quantiles.counts();
            InverseCdf counts = Samplers.quantiles(table.probabilities(), table.values());
            return u -> (int) Math.min(MOST, Math.floor(counts.at(u) + 0.5));
        }
        throw new IllegalArgumentException("No count sampler is known for %s.".formatted(spec));
    }

    /** P(more than k beyond the least) = q^(k + 1), q = mean beyond / (1 + mean beyond). */
    private static CountSampler geometric(int least, double meanBeyond) {
        if (meanBeyond == 0) {
            return u -> least;
        }
        double logQ = StrictMath.log(meanBeyond) - StrictMath.log1p(meanBeyond);
        return u -> (int) Math.min(MOST, least + Math.floor(StrictMath.log(1 - u) / logQ));
    }
}
