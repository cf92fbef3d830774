package org.tafsim.stats;

/**
 * The mean over simulated time of a quantity that changes in steps, such as a queue's length or a power draw.
 *
 * <p>Times must not go backwards; changes at one instant replace each other.
 */
public final class TimeWeighted {
    private long fromNanos;
    private long changedAtNanos;
    private double value;
    private double max;
    private double area;

    /**
     * Starts observing.
     *
     * @param fromNanos first instant of the span that means are taken over (ns)
     * @param value what holds from then on
     */
    public TimeWeighted(long fromNanos, double value) {
        this.fromNanos = fromNanos;
        this.changedAtNanos = fromNanos;
        this.value = value;
        this.max = value;
    }

    /** From this instant (ns) on, the quantity has this value. */
    public void set(long atNanos, double newValue) {
        if (!Double.isFinite(newValue)) {
            throw new IllegalArgumentException(
                    "The value (%s) from %d ns on must be finite.".formatted(newValue, atNanos));
        }
        advanceTo(atNanos);
        value = newValue;
        max = Math.max(max, newValue);
    }

    /** From this instant (ns) on, the quantity is larger by this much. */
    public void add(long atNanos, double change) {
        set(atNanos, value + change);
    }

    /** Forgets all before this instant (ns), as at the end of a warm-up; the present value stays. */
    public void restart(long atNanos) {
        advanceTo(atNanos);
        fromNanos = atNanos;
        area = 0;
        max = value;
    }

    /** The present value. */
    public double value() {
        return value;
    }

    /** Largest value since the start, or the last {@link #restart}. */
    public double max() {
        return max;
    }

    /** Mean from the start to this instant (ns); where no time has passed, the present value. */
    public double mean(long toNanos) {
        return toNanos == fromNanos ? value : areaTo(toNanos) / (toNanos - fromNanos);
    }

    /** Integral from the start to this instant (ns), in units of the value times seconds: Watts become Joules. */
    public double integralSeconds(long toNanos) {
        return areaTo(toNanos) / 1e9;
    }

    private double areaTo(long toNanos) {
        requireOrder(toNanos);
        return area + value * (toNanos - changedAtNanos);
    }

    private void advanceTo(long atNanos) {
        area = areaTo(atNanos);
        changedAtNanos = atNanos;
    }

    private void requireOrder(long atNanos) {
        if (atNanos < changedAtNanos) {
            throw new IllegalArgumentException(
                    "The time (%d ns) must not be before the last change (%d ns).".formatted(atNanos, changedAtNanos));
        }
    }
}
