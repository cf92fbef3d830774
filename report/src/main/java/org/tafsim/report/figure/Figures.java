package org.tafsim.report.figure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.Comparison;
import org.tafsim.experiment.MeanCurve;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.model.Scenario;

/** All figures of a run. */
public final class Figures {

    private static final double NANOS_PER_SECOND = 1e9;

    private Figures() {}

    /**
     * Figures that the results have numbers for.
     *
     * @param scenario that ran
     * @param results in the order of policies and replications
     * @param summary of these results
     */
    public static List<Figure> of(Scenario scenario, List<RunResult> results, SummaryTable summary) {
        return of(new FigureData(
                scenario.name(),
                scenario.run().replications(),
                scenario.run().warmupNanos() / NANOS_PER_SECOND,
                results,
                summary,
                MeanCurve.of(results),
                Comparison.againstFirst(results, summary.confidence()),
                scenario.sovereignty().cutOffs()));
    }

    static List<Figure> of(FigureData data) {
        return Stream.of(
                        LatencyFigure.of(data, "ttft", "time to first token"),
                        LatencyFigure.of(data, "e2e", "end-to-end time"),
                        PercentilesFigure.of(data),
                        OverTimeFigure.utilization(data),
                        OverTimeFigure.power(data),
                        AutonomyFigure.of(data),
                        ViolationsFigure.of(data, "stage:", "stage"),
                        ViolationsFigure.of(data, "rule:", "rule"),
                        FlowsFigure.of(data),
                        DotFigure.comparison(data),
                        DotFigure.differences(data),
                        ParetoFigure.of(data))
                .flatMap(Optional::stream)
                .toList();
    }
}
