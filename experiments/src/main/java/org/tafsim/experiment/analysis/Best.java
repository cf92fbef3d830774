package org.tafsim.experiment.analysis;

/** Which mean is the best one. */
public enum Best {
    /** As of goodput. */
    LARGEST(1),
    /** As of latency. */
    SMALLEST(-1);

    private final int sign;

    Best(int sign) {
        this.sign = sign;
    }

    /** The value as a score: more is better. */
    double score(double value) {
        return sign * value;
    }
}
