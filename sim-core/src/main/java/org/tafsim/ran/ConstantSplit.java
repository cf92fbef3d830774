package org.tafsim.ran;

/** Shares that never change: a card of its own, or fixed slices. */
final class ConstantSplit implements CardSplit {
    private final double ranShare;
    private final double aiShare;

    ConstantSplit(double ranShare, double aiShare, double reservation) {
        this.ranShare = ranShare;
        this.aiShare = aiShare;
        if (ranShare < reservation) {
            throw new IllegalArgumentException(
                    "RAN has a fixed share of %s, and a reservation of %s. Maybe it should have a larger slice."
                            .formatted(ranShare, reservation));
        }
    }

    @Override
    public void want(long nowNanos, double share) {}

    @Override
    public double ranShare() {
        return ranShare;
    }

    @Override
    public double aiShare() {
        return aiShare;
    }
}
