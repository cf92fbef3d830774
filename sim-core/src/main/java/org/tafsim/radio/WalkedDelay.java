package org.tafsim.radio;

import org.tafsim.kernel.random.KeyedDraws;

/** Walked through the slots: only failures are drawn, the wait for a slot follows from the time. */
final class WalkedDelay implements OneWayDelay {
    private final SlotWalk walk;
    private final HarqFailures harq;
    private final int draw;
    private final double meanMillis;

    /** By failures. */
    private final long[] leastNanos;

    WalkedDelay(SlotWalk walk, HarqFailures harq, int draw) {
        this.walk = walk;
        this.harq = harq;
        this.draw = draw;
        meanMillis = DelayDistribution.of(walk, harq).meanMillis();
        leastNanos = new long[harq.most() + 1];
        for (int failures = 0; failures < leastNanos.length; failures++) {
            leastNanos[failures] = leastNanos(walk, failures);
        }
    }

    /** Packets that become ready within one slot arrive together, so that the one which is ready at its end waits least. */
    private static long leastNanos(SlotWalk walk, int failures) {
        long least = Long.MAX_VALUE;
        for (long slot = 0; slot < walk.periodSlots(); slot++) {
            long sentNanos = slot * walk.slotNanos() - walk.leadNanos();
            least = Math.min(least, walk.arrival(sentNanos, failures) - sentNanos);
        }
        return least;
    }

    @Override
    public long leastNanos(KeyedDraws draws, long drawKey) {
        return leastNanos[harq.at(draws.uniform(drawKey, draw))];
    }

    @Override
    public long nanos(KeyedDraws draws, long drawKey, long nowNanos) {
        return walk.arrival(nowNanos, harq.at(draws.uniform(drawKey, draw))) - nowNanos;
    }

    @Override
    public double meanMillis() {
        return meanMillis;
    }
}
