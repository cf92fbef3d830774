package org.tafsim.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.Comparison;
import org.tafsim.experiment.MeanCurve;
import org.tafsim.experiment.SummaryTable;

class FiguresTest {

    @Test
    void show() throws Exception {
        for (int n : new int[] {5, 1}) {
            for (Figure figure : Figures.of(data(SyntheticRuns.of(SyntheticRuns.POLICIES, n), n))) {
                Files.createDirectories(Path.of("/tmp/fig" + n));
                Files.write(Path.of("/tmp/fig" + n + "/" + figure.name() + ".png"), figure.png());
                Files.writeString(Path.of("/tmp/fig" + n + "/" + figure.name() + ".svg"), figure.svg());
            }
        }
    }

    private static FigureData data(List<RunResult> results, int replications) {
        return new FigureData(
                "edge-vs-cloud",
                replications,
                60,
                results,
                SummaryTable.of(results),
                MeanCurve.of(results),
                Comparison.againstFirst(results, 0.95));
    }
}
