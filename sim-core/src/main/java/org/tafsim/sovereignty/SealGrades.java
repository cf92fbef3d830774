package org.tafsim.sovereignty;

import java.util.List;

/**
 * Sovereignty levels of requests by the site that served them: the least of the eight objectives, which assessors take for the
 * whole (derived), and the weighted score of the Cloud Sovereignty Framework v1.2.1.
 */
public final class SealGrades {

    /** Highest level. */
    public static final int HIGHEST = 4;

    /** Percent of SOV-1 to SOV-8 in the score. */
    private static final int[] WEIGHTS = {15, 10, 10, 15, 20, 15, 10, 5};

    private final long[] requestsByLevel = new long[HIGHEST + 1];
    private double scoreSum;

    /** Adds requests served by a site of these levels; of one that was not graded, none. */
    public void add(List<Integer> levels, long requests) {
        if (levels.isEmpty()) {
            return;
        }
        int least = HIGHEST;
        double score = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            least = Math.min(least, levels.get(i));
            score += WEIGHTS[i] * levels.get(i) / (double) HIGHEST;
        }
        requestsByLevel[least] += requests;
        scoreSum += score * (double) requests;
    }

    /** Requests at graded sites. */
    public long graded() {
        long sum = 0;
        for (long requests : requestsByLevel) {
            sum += requests;
        }
        return sum;
    }

    /** Share of them at sites whose every objective is at least so high. */
    public double atLeast(int level) {
        long sum = 0;
        for (int at = level; at <= HIGHEST; at++) {
            sum += requestsByLevel[at];
        }
        return (double) sum / (double) graded();
    }

    /** Mean score of the framework (percent of the most). */
    public double meanScore() {
        return scoreSum / (double) graded();
    }
}
