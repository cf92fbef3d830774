package org.tafsim.report.figure;

import java.util.List;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.Difference;
import org.tafsim.experiment.MeanCurve;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.model.CutOff;

/**
 * What figures show.
 *
 * @param scenario name
 * @param replications of each policy
 * @param warmupSeconds unmeasured start of each run (s)
 * @param results in the order of policies and replications
 * @param summary of them
 * @param curves of them
 * @param differences of them
 * @param cutOffs of the scenario
 */
record FigureData(
        String scenario,
        int replications,
        double warmupSeconds,
        List<RunResult> results,
        SummaryTable summary,
        List<MeanCurve> curves,
        List<Difference> differences,
        List<CutOff> cutOffs) {

    List<String> policies() {
        return summary.policies();
    }

    /** E.g. {@code mean of 5 replications}. */
    String meanOf() {
        return replications == 1 ? "1 replication" : "mean of %s replications".formatted(replications);
    }

    /** E.g. {@code mean of 5 replications, 95 % Student intervals}. */
    String meanAndIntervals() {
        return replications == 1
                ? "1 replication, no interval"
                : "mean of %s replications, %s %% Student intervals"
                        .formatted(replications, Math.round(summary.confidence() * 100));
    }
}
