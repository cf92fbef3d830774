package org.tafsim.ran;

import java.util.HashMap;
import java.util.Map;
import org.tafsim.kernel.random.InverseCdf;
import org.tafsim.kernel.random.Samplers;
import org.tafsim.model.RanBurst;

/** Factors of bursts, worked out once for all cells of a run that are alike. Not thread safe. */
public final class BurstTables {
    private static final int PARTS = 4_096;

    private final Map<RanBurst.LogNormal, InverseCdf> factors = new HashMap<>();

    /** A lognormal factor of mean 1, with some variation. */
    InverseCdf of(RanBurst.LogNormal burst) {
        return factors.computeIfAbsent(
                burst, spec -> Samplers.tabled(Samplers.lognormalOfMean(1, spec.variation()), PARTS));
    }
}
