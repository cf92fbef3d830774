package org.tafsim.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.experiment.Better;
import org.tafsim.stats.ConfidenceInterval;

/** Finds the best cells of a row: the best mean, and every other that the replications do not tell from it. */
public final class BestOf {

    private BestOf() {}

    /** Marks the best cells; none where all are equally good. */
    public static List<Cell> mark(List<Cell> cells, List<Optional<ConfidenceInterval>> intervals, Better better) {
        Optional<ConfidenceInterval> best = best(intervals, better);
        if (best.isEmpty()) {
            return cells;
        }
        List<Cell> marked = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            boolean isBest =
                    intervals.get(i).filter(it -> overlap(it, best.get())).isPresent();
            marked.add(isBest ? cells.get(i).withStar() : cells.get(i));
        }
        return marked.stream().allMatch(Cell::hasStar) ? cells : marked;
    }

    private static Optional<ConfidenceInterval> best(List<Optional<ConfidenceInterval>> intervals, Better better) {
        if (better == Better.NEITHER) {
            return Optional.empty();
        }
        return intervals.stream()
                .flatMap(Optional::stream)
                .reduce((one, other) -> isBetter(other.mean(), one.mean(), better) ? other : one);
    }

    private static boolean isBetter(double one, double other, Better better) {
        return better == Better.HIGHER ? one > other : one < other;
    }

    /** A single replication has no interval: then only equal values overlap. */
    private static boolean overlap(ConfidenceInterval one, ConfidenceInterval other) {
        double reach = width(one) + width(other);
        return Math.abs(one.mean() - other.mean()) <= reach;
    }

    private static double width(ConfidenceInterval interval) {
        return Double.isFinite(interval.halfWidth()) ? interval.halfWidth() : 0;
    }
}
