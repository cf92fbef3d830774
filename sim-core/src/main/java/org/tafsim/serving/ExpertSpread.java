package org.tafsim.serving;

import org.tafsim.model.FeedForward;
import org.tafsim.model.ReplicaSpec;

/**
 * What falls to the busiest of the accelerators over which whole experts are spread, were routing uniform (docs/model/serving.md).
 *
 * <p>The others wait for it at the all-reduce, so it decides. It gets the mean and √(2 ln t) standard deviations, which bound the
 * expected largest of t Gaussians: never less than the mean, and never more than is possible.
 */
final class ExpertSpread {
    private final int active;
    private final int most;
    private final double share;
    private final double deviations;
    private final double missing;

    /** The experts of a replica, spread over the accelerators that share each layer. */
    ExpertSpread(ReplicaSpec replica) {
        FeedForward feedForward = replica.model().feedForward();
        int cards = replica.tensorParallel();
        active = feedForward.active();
        most = (feedForward.experts() + cards - 1) / cards;
        share = (double) most / feedForward.experts();
        deviations = Math.sqrt(2 * StrictMath.log(cards));
        missing = 1 - (double) feedForward.active() / feedForward.experts();
    }

    /** Of all experts, the share that the accelerator holds which holds most. */
    double largestShare() {
        return share;
    }

    /** Pairs of a token and an expert of the accelerator that it takes; grows with the tokens. */
    double pairs(int tokens) {
        double mean = tokens * (active * share);
        double deviation = Math.sqrt(mean * (1 - share));
        return Math.min((double) tokens * Math.min(active, most), mean + deviations * deviation);
    }

    /** Experts of the accelerator that some token takes; grows with the tokens. */
    double distinct(int tokens) {
        double taken = 1 - StrictMath.pow(missing, tokens);
        double deviation = Math.sqrt(most * (taken * (1 - taken)));
        return Math.min(Math.min(most, pairs(tokens)), most * taken + deviations * deviation);
    }
}
