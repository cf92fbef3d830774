package org.tafsim.ran;

/** RAN has what it asks for at once, in steps or without, and AI the rest: time slices and MPS. */
final class InstantSplit implements CardSplit {
    private final int steps;
    private final double reservation;
    private double ranShare = 1;

    /** In steps; 0 where there are none. */
    InstantSplit(int steps, double reservation) {
        this.steps = steps;
        this.reservation = reservation;
    }

    @Override
    public void want(long nowNanos, double share) {
        double least = Math.max(reservation, share);
        double inSteps = steps == 0 ? least : Math.max(least, Math.ceil(least * steps) / steps);
        ranShare = Math.min(1, inSteps);
    }

    @Override
    public double ranShare() {
        return ranShare;
    }

    @Override
    public double aiShare() {
        return 1 - ranShare;
    }
}
