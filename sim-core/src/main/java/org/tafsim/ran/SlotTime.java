package org.tafsim.ran;

import java.util.Arrays;

/**
 * Distribution of the time T that a slot takes: T = pace · (fixed + grain · K) + β · E, with K binomial of the load, E exponential of
 * mean 1. With A_k the time of k grants,
 *
 * <pre>P(T &gt; t) = P(K &gt; k*) + Σ_{k ≤ k*} P(K = k) · exp(−(t − A_k) / β),   A_k* ≤ t &lt; A_k*+1,</pre>
 *
 * and the sum H(k*) · exp(−(t − A_k*) / β) follows from H(k) = P(K = k) + exp(−pace · grain / β) · H(k − 1). Exact, in one pass over k.
 * Allocates nothing once it is made. Not thread safe.
 */
final class SlotTime {
    private final SlotWork work;
    private final double[] logChoose;
    private final double[] waiting;
    private final double[] above;
    private double pace;
    private double meanWaitSeconds;

    SlotTime(SlotWork work) {
        this.work = work;
        int grants = work.grants();
        logChoose = new double[grants + 1];
        waiting = new double[grants + 1];
        above = new double[grants + 1];
        for (int k = 1; k <= grants; k++) {
            logChoose[k] = logChoose[k - 1] + StrictMath.log((double) (grants - k + 1) / k);
        }
    }

    /**
     * Sets what the distribution depends on.
     *
     * @param load in [0, 1]
     * @param pace time per time of the whole card, at least 1
     * @param meanWaitSeconds β, positive
     */
    void prepare(double load, double pace, double meanWaitSeconds) {
        this.pace = pace;
        this.meanWaitSeconds = meanWaitSeconds;
        fillProbabilities(load);
        double decay = StrictMath.exp(-pace * work.grainSeconds() / meanWaitSeconds);
        double rest = 0;
        for (int k = work.grants(); k >= 0; k--) {
            above[k] = rest;
            rest += waiting[k];
        }
        for (int k = 1; k <= work.grants(); k++) {
            waiting[k] += decay * waiting[k - 1];
        }
    }

    /** P(K = k), up from the mode and down from it, so that nothing underflows on the way. */
    private void fillProbabilities(double load) {
        int grants = work.grants();
        Arrays.fill(waiting, 0);
        if (load <= 0 || load >= 1) {
            waiting[load <= 0 ? 0 : grants] = 1;
            return;
        }
        double odds = load / (1 - load);
        int mode = (int) Math.min(grants, (grants + 1) * load);
        waiting[mode] = StrictMath.exp(
                logChoose[mode] + mode * StrictMath.log(load) + (grants - mode) * StrictMath.log1p(-load));
        for (int k = mode; k < grants; k++) {
            waiting[k + 1] = waiting[k] * odds * (grants - k) / (k + 1);
        }
        for (int k = mode; k > 0; k--) {
            waiting[k - 1] = waiting[k] * k / (odds * (grants - k + 1));
        }
    }

    /** P(T &gt; t). */
    double exceeds(double seconds) {
        double room = seconds / pace - work.fixedSeconds();
        if (room < 0) {
            return 1;
        }
        int k = (int) Math.min(work.grants(), room / work.grainSeconds());
        double since = seconds - pace * (work.fixedSeconds() + k * work.grainSeconds());
        double waits = waiting[k] * StrictMath.exp(-Math.max(0, since) / meanWaitSeconds);
        return Math.min(1, above[k] + waits);
    }
}
