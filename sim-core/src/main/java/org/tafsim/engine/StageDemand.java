package org.tafsim.engine;

/**
 * What one stage of a request asks of the places that may serve it: arrays of one entry for each, not to be changed.
 */
public final class StageDemand {
    private final int[] places;
    private final long[] ttftNanos;
    private final long[] endNanos;
    private final double[] firstSeconds;
    private final double[] laterSeconds;

    StageDemand(int[] places, long[] ttftNanos, long[] endNanos, double[] firstSeconds, double[] laterSeconds) {
        this.places = places;
        this.ttftNanos = ttftNanos;
        this.endNanos = endNanos;
        this.firstSeconds = firstSeconds;
        this.laterSeconds = laterSeconds;
    }

    /** Places ({@link Demand#places}) at which law, contracts and models let it be served at some time, and into which it fits. */
    public int[] places() {
        return places;
    }

    /** Least time from the request's arrival to its first token, where this stage is served there (ns). */
    public long[] ttftNanos() {
        return ttftNanos;
    }

    /** Least time from the request's arrival to its last token (ns). */
    public long[] endNanos() {
        return endNanos;
    }

    /** Least time of a replica there that is this request's own until the stage's first token (s). */
    public double[] firstSeconds() {
        return firstSeconds;
    }

    /** The same after it (s). */
    public double[] laterSeconds() {
        return laterSeconds;
    }
}
