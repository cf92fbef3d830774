package org.tafsim.experiment.optimum;

/**
 * The time in which requests that count are served, in windows of equal length but for the last, which goes on to the end of the run.
 *
 * @param startNanos begin of the first (ns)
 * @param lengthNanos positive (ns)
 * @param count at least 1
 * @param endNanos of the last (ns)
 */
record Windows(long startNanos, long lengthNanos, int count, long endNanos) {

    /**
     * Windows of a run.
     *
     * @param most in the time of arrivals; half as many more may follow
     */
    static Windows of(long startNanos, long horizonNanos, long endNanos, int most) {
        long length = Math.max(1, (horizonNanos - startNanos + most - 1) / most);
        long after = Math.min(most / 2, (endNanos - horizonNanos) / length);
        return new Windows(startNanos, length, Math.toIntExact(most + after), Math.max(endNanos, startNanos + length));
    }

    /** Window of a time (ns); the first before all, the last after. */
    int at(long nanos) {
        return (int) Math.max(0, Math.min(count - 1L, (nanos - startNanos) / lengthNanos));
    }

    long beginNanos(int window) {
        return startNanos + window * lengthNanos;
    }

    /** Length of a window (s). */
    double seconds(int window) {
        long end = window == count - 1 ? Math.max(endNanos, beginNanos(window)) : beginNanos(window + 1);
        return (end - beginNanos(window)) / 1e9;
    }
}
