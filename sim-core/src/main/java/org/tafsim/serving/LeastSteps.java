package org.tafsim.serving;

import java.util.ArrayList;
import java.util.List;

/** Bounds from below on the part of a step's time that depends on its tokens alone, and on sums of such. */
final class LeastSteps {
    private final double[] leastTicks;

    /** By tokens: the least ticks a token in steps of at most so many. */
    private final double[] leastPerToken;

    private final List<StepLine> lines = new ArrayList<>();

    /** Of steps of up to so many tokens. */
    LeastSteps(IterationTime time, int most) {
        leastTicks = new double[most + 1];
        double least = Double.MAX_VALUE;
        for (int tokens = most; tokens >= 1; tokens--) {
            least = Math.min(least, (double) time.ticks(0, tokens, 0, 0, 0));
            leastTicks[tokens] = least;
        }
        leastPerToken = new double[most + 1];
        leastPerToken[0] = Double.MAX_VALUE;
        for (int tokens = 1; tokens <= most; tokens++) {
            leastPerToken[tokens] = Math.min(leastPerToken[tokens - 1], leastTicks[tokens] / tokens);
        }
        lines.add(new StepLine(leastTicks[1], 0));
        lines.add(new StepLine(0, leastPerToken[most]));
        addEdges(most);
    }

    /** Edges of the lower convex hull that meet the axis at no less than 0. */
    private void addEdges(int most) {
        int[] hull = new int[most + 1];
        int size = 0;
        for (int tokens = 1; tokens <= most; tokens++) {
            while (size > 1 && slope(hull[size - 2], hull[size - 1]) >= slope(hull[size - 2], tokens)) {
                size--;
            }
            hull[size++] = tokens;
        }
        for (int i = 1; i < size; i++) {
            double slope = slope(hull[i - 1], hull[i]);
            double fixed = leastTicks[hull[i]] - slope * hull[i];
            if (fixed >= 0) {
                lines.add(new StepLine(fixed, slope));
            }
        }
    }

    private double slope(int from, int to) {
        return (leastTicks[to] - leastTicks[from]) / (to - from);
    }

    /** Lines below the time of every step; at least one. */
    List<StepLine> lines() {
        return lines;
    }

    /** Of steps that so many tokens pass, in whatever chunks, at least 1. */
    double prefillTicks(int tokens) {
        return tokens * leastPerToken[Math.min(tokens, leastPerToken.length - 1)];
    }
}
