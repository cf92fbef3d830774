package org.tafsim.ran;

import org.tafsim.kernel.random.InverseCdf;
import org.tafsim.model.RanBurst;
import umontreal.ssj.rng.RandomStream;

/** Factor of a cell's load, one control interval after the other, of mean 1. */
@FunctionalInterface
interface BurstFactor {

    /** Of the next interval. */
    double next();

    static BurstFactor of(RanBurst burst, long intervalNanos, RandomStream stream, BurstTables tables) {
        if (burst instanceof RanBurst.OnOff onOff) {
            return new OnOff(onOff, intervalNanos, stream);
        }
        if (burst instanceof RanBurst.LogNormal logNormal && logNormal.variation() > 0) {
            InverseCdf factor = tables.of(logNormal);
            return () -> factor.sample(stream);
        }
        return () -> 1;
    }

    /**
     * The two-state Markov chain seen at the begin of every interval: after a time t it is on with a chance of π + (1{on} − π) ·
     * exp(−t (1/on + 1/off)).
     */
    final class OnOff implements BurstFactor {
        private final RanBurst.OnOff spec;
        private final RandomStream stream;
        private final double memory;
        private double onChance;

        private OnOff(RanBurst.OnOff spec, long intervalNanos, RandomStream stream) {
            this.spec = spec;
            this.stream = stream;
            double perInterval =
                    (double) intervalNanos / spec.onMeanNanos() + (double) intervalNanos / spec.offMeanNanos();
            memory = StrictMath.exp(-perInterval);
            onChance = spec.onShare();
        }

        @Override
        public double next() {
            boolean isOn = stream.nextDouble() < onChance;
            onChance = spec.onShare() + ((isOn ? 1 : 0) - spec.onShare()) * memory;
            return isOn ? spec.factor() : spec.offFactor();
        }
    }
}
