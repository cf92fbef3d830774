package org.tafsim.experiment.optimum;

import java.util.List;

/**
 * A request as the relaxation sees it.
 *
 * @param app scenario index
 * @param arrivalNanos when it is sent, at the earliest (ns)
 * @param tasks what places do for it; none where nothing is known but the floor
 * @param floorSeconds its least latency (s); 0 where that is not asked for
 */
record BoundRequest(int app, long arrivalNanos, List<Task> tasks, double floorSeconds) {

    /** The least sum of its latency and what it costs. */
    double least(Prices prices) {
        return tasks.isEmpty() ? floorSeconds : Math.max(floorSeconds, prices.least(tasks, arrivalNanos));
    }
}
