package org.tafsim.workload;

/** When requests arrive, one after the other. Allocates nothing per arrival. */
@FunctionalInterface
public interface ArrivalProcess {

    /** What {@link #nextNanos} returns, from then on always, when no more requests come. */
    long END = Long.MAX_VALUE;

    /**
     * Time of the next arrival (ns since the start of the run), never before the last one's; {@link #END} after the last,
     * or when it would come later than 292 years.
     */
    long nextNanos();
}
