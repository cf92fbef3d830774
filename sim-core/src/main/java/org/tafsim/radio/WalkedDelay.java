package org.tafsim.radio;

import org.tafsim.kernel.random.KeyedDraws;

/** Walked through the slots: only failures are drawn, the wait for a slot follows from the time. */
final class WalkedDelay implements OneWayDelay {
    private final SlotWalk walk;
    private final HarqFailures harq;
    private final int draw;
    private final double meanMillis;

    WalkedDelay(SlotWalk walk, HarqFailures harq, int draw) {
        this.walk = walk;
        this.harq = harq;
        this.draw = draw;
        meanMillis = DelayDistribution.of(walk, harq).meanMillis();
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
