package org.tafsim.engine;

/** How often something has happened in the last slices of time, this one included. */
final class SlidingCount {

    private final long sliceNanos;
    private final long[] counts;
    private long all;
    private long slice;

    /**
     * Nothing has happened.
     *
     * @param sliceNanos length of a slice (ns), positive
     * @param slices that are counted
     */
    SlidingCount(long sliceNanos, int slices) {
        this.sliceNanos = sliceNanos;
        counts = new long[slices];
    }

    /** It happens once more. */
    void add(long nowNanos) {
        slide(nowNanos);
        counts[column()]++;
        all++;
    }

    /** How often it has happened. */
    long at(long nowNanos) {
        slide(nowNanos);
        return all;
    }

    /** When the next slice begins (ns). */
    long nextSliceNanos(long nowNanos) {
        return (nowNanos / sliceNanos + 1) * sliceNanos;
    }

    private int column() {
        return (int) (slice % counts.length);
    }

    private void slide(long nowNanos) {
        long now = nowNanos / sliceNanos;
        for (int i = 0; i < counts.length && slice < now; i++) {
            slice++;
            all -= counts[column()];
            counts[column()] = 0;
        }
        slice = now; // where more than a window has passed all slices are empty
    }
}
