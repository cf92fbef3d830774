package org.tafsim.kernel;

/**
 * The measured gap between events run, from which {@link CalendarQueue} takes the width of its days, and the work that was
 * spent meanwhile, which says when to look at it again.
 */
final class EventGap {
    private static final long LEAST_REVIEW_WORK = 4096;
    private static final int LEAST_POLLS_TO_MEASURE = 256;

    private long sinceNanos;
    private long polledAtNanos;
    private long polls;
    private long searchSteps;

    void polled(long atNanos) {
        polledAtNanos = atNanos;
        polls++;
    }

    /** A day was turned, or an event of another year met in a bucket. */
    void searched() {
        searchSteps++;
    }

    /** When the event polled last fell due (ns). */
    long polledAtNanos() {
        return polledAtNanos;
    }

    /** Whether as much work was done since the last review as rebuilding so many buckets would cost. */
    boolean isReviewDue(int buckets) {
        return polls + searchSteps > Math.max(LEAST_REVIEW_WORK, 4L * buckets);
    }

    boolean isMeasured() {
        return polls >= LEAST_POLLS_TO_MEASURE;
    }

    double meanNanos() {
        return (double) (polledAtNanos - sinceNanos) / polls;
    }

    void restart() {
        sinceNanos = polledAtNanos;
        polls = 0;
        searchSteps = 0;
    }
}
