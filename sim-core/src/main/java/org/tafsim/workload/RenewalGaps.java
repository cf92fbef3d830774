package org.tafsim.workload;

import umontreal.ssj.rng.RandomStream;

/** Independent gaps of one distribution; the first is what is left, at the start, of a gap that began before. */
final class RenewalGaps implements Gaps {
    private final GapDistribution distribution;
    private final RandomStream stream;
    private boolean started;

    RenewalGaps(GapDistribution distribution, RandomStream stream) {
        this.distribution = distribution;
        this.stream = stream;
    }

    @Override
    public double nextSeconds() {
        if (started) {
            return distribution.gapSeconds().sample(stream);
        }
        started = true;
        return distribution.lengthBiasedSeconds().sample(stream) * stream.nextDouble();
    }
}
