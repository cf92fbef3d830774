package org.tafsim.experiment.analysis;

import umontreal.ssj.rng.RandomStream;

/**
 * Waiting times of the customers of an M/M/1 queue that starts empty, in mean service times, by Lindley's recursion W'
 * = max(0, W + X), X = service − interarrival. Their steady-state mean is ρ / (1 − ρ). A touchstone of output analysis
 * because they are so long correlated: at ρ = 0.8 the mean of many has 82 times the variance that it would have of
 * independent ones.
 *
 * @param load ρ, in (0, 1)
 */
record WaitingTimes(double load) {

    double mean() {
        return load / (1 - load);
    }

    /** The first customers' waits. */
    double[] draw(int customers, RandomStream stream) {
        double[] waits = new double[customers];
        for (int i = 1; i < customers; i++) {
            waits[i] = Math.max(0, waits[i - 1] + step(stream.nextDouble()));
        }
        return waits;
    }

    /** X by inversion: above 0 it is as a service, below 0 as an interarrival, since both are memoryless. */
    private double step(double u) {
        double below = 1 / (1 + load);
        return u < below ? StrictMath.log(u / below) / load : -StrictMath.log((1 - u) / (1 - below));
    }
}
