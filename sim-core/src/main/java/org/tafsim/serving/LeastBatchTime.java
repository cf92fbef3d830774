package org.tafsim.serving;

import org.tafsim.model.BatchReplicaSpec;

/** Of a replica that takes whole batches: alone at once, and as one of the batch with the least time for each item. */
final class LeastBatchTime implements LeastTime {
    private final BatchTime time;
    private final BatchReplicaSpec spec;
    private final double leastItemSeconds;

    LeastBatchTime(BatchReplicaSpec spec) {
        this.spec = spec;
        time = new BatchTime(spec);
        double least = Double.MAX_VALUE;
        for (int items = 1; items <= spec.maxItems(); items++) {
            least = Math.min(least, spec.latency().secondsOf(items) / items);
        }
        leastItemSeconds = least;
    }

    @Override
    public boolean canEverFit(int input, int output) {
        return output == 1;
    }

    @Override
    public long firstNanos(int input, boolean isKnown) {
        return Math.max(0, time.nanos(time.itemsOf(input), input) - 1);
    }

    @Override
    public long laterNanos(int input, int tokens, boolean isKnown) {
        return 0;
    }

    @Override
    public double firstWorkSeconds(int input, boolean isKnown) {
        return time.itemsOf(input) * leastItemSeconds * spec.model().size().factorOf(input);
    }

    @Override
    public double laterWorkSeconds(int input, int tokens, boolean isKnown) {
        return 0;
    }
}
