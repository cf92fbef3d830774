package org.tafsim.report.figure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tafsim.experiment.sweep.PointSummary;

/** What the figures of a sweep say of its points. */
final class SweepWords {

    private SweepWords() {}

    /** Of all points, in their order. */
    static List<String> policies(List<PointSummary> points) {
        Set<String> policies = new LinkedHashSet<>();
        points.forEach(point -> policies.addAll(point.summary().policies()));
        return List.copyOf(policies);
    }

    /** E.g. {@code mean of 5 replications}. */
    static String meanOf(List<PointSummary> points) {
        int least = points.stream().mapToInt(PointSummary::replications).min().orElse(0);
        int most = points.stream().mapToInt(PointSummary::replications).max().orElse(0);
        String count = least == most ? String.valueOf(least) : least + " to " + most;
        return most == 1 ? "1 replication" : "mean of %s replications".formatted(count);
    }

    /** E.g. {@code mean of 5 replications, 95 % Student intervals}. */
    static String meanAndIntervals(List<PointSummary> points) {
        boolean isSingle = points.stream().allMatch(point -> point.replications() == 1);
        return meanOf(points) + (isSingle ? ", no interval" : ", 95 % Student intervals");
    }
}
