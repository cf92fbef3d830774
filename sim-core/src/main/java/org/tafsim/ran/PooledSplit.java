package org.tafsim.ran;

import org.tafsim.model.RanSharing;

/**
 * Whole cards of a pool. RAN takes cards from AI at once, and has them for good when its cells are there; a card it gives back is AI's
 * when its cells have left, for until then both cards are needed. RAN's share counts the cards that its cells may use.
 */
final class PooledSplit implements CardSplit {
    private final RanSharing.Pooled spec;
    private final int leastCards;
    private int active;
    private int target;
    private long untilNanos = Long.MAX_VALUE;

    PooledSplit(RanSharing.Pooled spec, double reservation) {
        this.spec = spec;
        leastCards = (int) Math.max(1, Math.ceil(reservation * spec.cards()));
        active = spec.cards();
        target = active;
    }

    @Override
    public void want(long nowNanos, double share) {
        advance(nowNanos);
        double cards = share * spec.cards() / spec.fill();
        int needed = clamp((int) Math.ceil(cards));
        int neededWithSlack = clamp((int) Math.ceil(cards + spec.slack()));
        int from = untilNanos == Long.MAX_VALUE ? active : Math.max(active, target);
        int goal = needed > from ? needed : Math.min(from, neededWithSlack);
        if (goal > target || (goal < target && untilNanos == Long.MAX_VALUE)) {
            move(nowNanos, goal);
        }
    }

    private int clamp(int cards) {
        return Math.max(leastCards, Math.min(spec.cards(), cards));
    }

    private void move(long nowNanos, int goal) {
        target = goal;
        untilNanos = goal == active ? Long.MAX_VALUE : nowNanos + spec.migrationNanos();
        advance(nowNanos);
    }

    @Override
    public void advance(long nowNanos) {
        if (untilNanos <= nowNanos) {
            active = target;
            untilNanos = Long.MAX_VALUE;
        }
    }

    @Override
    public long nextChangeNanos() {
        return untilNanos;
    }

    @Override
    public double ranShare() {
        return (double) active / spec.cards();
    }

    @Override
    public double aiShare() {
        return (double) (spec.cards() - Math.max(active, target)) / spec.cards();
    }
}
