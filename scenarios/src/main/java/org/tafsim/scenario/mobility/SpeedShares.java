package org.tafsim.scenario.mobility;

/** Distribution of speeds over vehicle-time, in bins of 0.1 m/s; what is faster than 200 m/s is in the last. */
final class SpeedShares {

    /** Below this who is in traffic stands, as SUMO counts halting vehicles (m/s). */
    static final double STOPPED = 0.1;

    private static final double BIN = 0.1;

    private final double[] seconds = new double[2001];
    private double total;
    private double meters;
    private double stopped;

    void add(double speed, double forSeconds) {
        seconds[(int) Math.min(seconds.length - 1, speed / BIN)] += forSeconds;
        total += forSeconds;
        meters += speed * forSeconds;
        stopped += speed < STOPPED ? forSeconds : 0;
    }

    double totalSeconds() {
        return total;
    }

    double mean() {
        return meters / total;
    }

    double stoppedShare() {
        return stopped / total;
    }

    /** Middle of the bin that holds a quantile; 0 for those who stand (m/s). */
    double quantile(double p) {
        double until = 0;
        for (int bin = 0; bin < seconds.length; bin++) {
            until += seconds[bin];
            if (until >= p * total && seconds[bin] > 0) {
                return bin == 0 ? 0 : (bin + 0.5) * BIN;
            }
        }
        throw new IllegalStateException("No speed was added.");
    }
}
