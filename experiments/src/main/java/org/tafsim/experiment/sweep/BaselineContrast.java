package org.tafsim.experiment.sweep;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.PointComparison;
import org.tafsim.experiment.PointDifference;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.experiment.plan.Experiment;

/** Holds points against their baselines while a sweep is added up; of all results it keeps only those of the baselines. */
final class BaselineContrast {

    private final Map<Integer, Integer> baselines;
    private final Observed observed;
    private final PointComparison comparison;
    private final Map<Integer, List<RunResult>> read = new LinkedHashMap<>();

    BaselineContrast(Experiment experiment, Observed observed) {
        this.baselines = experiment.baselines();
        this.observed = observed;
        this.comparison = new PointComparison(experiment.metrics(), SummaryTable.CONFIDENCE);
    }

    /** Gives the results of a point, by policy and replication. */
    interface Observed {
        List<RunResult> at(int point) throws IOException;
    }

    /** Holds a point against its baseline, if it has one. */
    void add(int point, List<RunResult> results) throws IOException {
        Integer baseline = baselines.get(point);
        if (baseline == null) {
            return;
        }
        if (!read.containsKey(baseline)) {
            read.put(baseline, observed.at(baseline));
        }
        comparison.add(point, results, baseline, read.getOrDefault(baseline, List.of()));
    }

    /** The summaries with their differences. */
    List<PointSummary> addTo(List<PointSummary> summaries) {
        Map<Integer, List<PointDifference>> byPoint =
                comparison.differences().stream().collect(Collectors.groupingBy(PointDifference::point));
        return summaries.stream()
                .map(summary -> summary.withAgainstBaseline(
                        byPoint.getOrDefault(summary.point().number(), List.of())))
                .toList();
    }
}
