package org.tafsim.report.page;

import java.util.Arrays;

/** Means of values that fall on the same place of a grid. */
final class MeanOfParts {

    private final double[] sums;
    private final int[] counts;

    MeanOfParts(int size) {
        sums = new double[size];
        counts = new int[size];
    }

    void add(int place, double value) {
        sums[place] += value;
        counts[place]++;
    }

    boolean isEmpty() {
        return Arrays.stream(counts).allMatch(count -> count == 0);
    }

    /** NaN where there is none. */
    double mean(int place) {
        return counts[place] == 0 ? Double.NaN : sums[place] / counts[place];
    }

    double sum(int place) {
        return sums[place];
    }
}
