package org.tafsim.policy;

/** What a harvest policy knows of its site: what control intervals that are over have told. */
public interface HarvestView {

    /** Numbers of {@link #observe}. */
    int OBSERVATION_SIZE = 10;

    /** The time (ns); the run begins at 0. */
    long nowNanos();

    /** From decision to decision (ns). */
    long periodNanos();

    /** Mean load of the cells in the last interval, each by its resource blocks and layers, in [0, 1]. */
    double load();

    /** Mean of that since the last decision. */
    double meanLoad();

    /** Most of that since the last decision. */
    double peakLoad();

    /** The least share with which no more slots miss than may, were the load this, and AI busy all the time; 1 where that is too little. */
    double shareFor(double load);

    /** Share that RAN has now, in [0, 1]. */
    double ranShare();

    /** Share that AI has now, in [0, 1]. */
    double aiShare();

    /** Share that RAN always has, in [0, 1]. */
    double reservation();

    /** Share of the slots that missed since the last decision, in [0, 1]. */
    double missRate();

    /** Share of the slots that may miss, in (0, 1). */
    double missTarget();

    /** Share of the time since the last decision in which AI computed, in [0, 1]. */
    double aiBusy();

    /** Requests of AI that wait here for a place in a batch. */
    int waitingRequests();

    /**
     * The same as numbers, for learners: load, its mean and most, share needed at the last load, shares of RAN and of AI, decimal logarithm of
     * the miss rate (at least 1e-18), the same of what may miss, time that AI computed, requests waiting.
     *
     * @param into takes them, at least {@value #OBSERVATION_SIZE} long
     */
    default void observe(double[] into) {
        into[0] = load();
        into[1] = meanLoad();
        into[2] = peakLoad();
        into[3] = shareFor(load());
        into[4] = ranShare();
        into[5] = aiShare();
        into[6] = StrictMath.log10(Math.max(1e-18, missRate()));
        into[7] = StrictMath.log10(missTarget());
        into[8] = aiBusy();
        into[9] = waitingRequests();
    }
}
