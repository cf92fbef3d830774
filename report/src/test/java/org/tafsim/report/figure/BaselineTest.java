package org.tafsim.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.tafsim.engine.Metric;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.PointComparison;
import org.tafsim.experiment.PointDifference;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.experiment.plan.Experiment;
import org.tafsim.experiment.plan.ExperimentReader;
import org.tafsim.experiment.sweep.PointSummary;
import org.tafsim.report.table.BaselineTable;

/** Three points, each costlier than the last, under two policies; one of them does not feel it. */
class BaselineTest {

    private static final Experiment EXPERIMENT = ExperimentReader.read("price.yaml", """
            apiVersion: tafsim/v1
            kind: Experiment
            base: x.yaml
            sweep: [{list: {no-law: {a: []}, core: {a: [x]}, strict: {a: [x, y]}}}]
            baseline: no-law
            compare: {metrics: [operator_control]}
            """, Path.of(""), false);

    @Test
    void theTableShowsTheBaselineThenSignedDifferencesAndMarksThoseThatAreFound() {
        List<String> lines = new BaselineTable(EXPERIMENT, points(6)).lines(false);

        assertThat(lines.get(0)).isEqualTo("Against the baseline");
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).matches("= no-law +ms +102 ±2 +102 ±2"))
                .anySatisfy(line -> assertThat(line).matches("  strict +ms +\\+40\\.0 ±0\\.9\\* +0\\.000 ±0\\.939"))
                .anySatisfy(line -> assertThat(line).matches("  strict +points +-10\\.00? +\\* +0"))
                .anySatisfy(line -> assertThat(line).matches("  core +EUR +\\+0\\.0123 +\\* +0"));
        assertThat(lines).contains("Cost of 1,000 requests").noneMatch(line -> line.startsWith("Electricity"));
        assertThat(String.join(" ", lines)).contains("Holm", "operator_control");
    }

    @Test
    void withoutABaselineThereIsNeitherTableNorFigure() {
        List<PointSummary> points = points(3).subList(0, 1);

        assertThat(new BaselineTable(EXPERIMENT, points).lines(false)).isEmpty();
        assertThat(BaselineFigure.listAll(EXPERIMENT, points)).isEmpty();
    }

    @Test
    void everyMetricHasAFigureWithItsUnit() {
        List<Figure> figures = BaselineFigure.listAll(EXPERIMENT, points(6));

        assertThat(figures)
                .extracting(Figure::name)
                .containsExactly(
                        "baseline-ttft-p95",
                        "baseline-slo-attainment",
                        "baseline-cost-eur-per-1k",
                        "baseline-operator-control");
        assertThat(figures.get(0).svg())
                .contains("Time to first token, p95: difference to no-law", "(ms)", "core", "strict", "filter-rank");
        assertThat(figures.get(1).svg()).contains("(points)");
        assertThat(figures.get(0).svg())
                .isEqualTo(BaselineFigure.listAll(EXPERIMENT, points(6)).get(0).svg());
    }

    @Test
    void onePairHasBarsWithoutIntervals() {
        assertThat(BaselineFigure.listAll(EXPERIMENT, points(1))).hasSize(4);
    }

    /** Writes the figures for people to look at: {@code -Dtafsim.figures=DIR}. */
    @Test
    void lookAtThem() throws Exception {
        String folder = System.getProperty("tafsim.figures");
        Assumptions.assumeTrue(folder != null, "-Dtafsim.figures=DIR writes them to look at");
        Path path = Files.createDirectories(Path.of(String.valueOf(folder)));
        for (Figure figure : BaselineFigure.listAll(EXPERIMENT, points(6))) {
            Files.write(path.resolve(figure.name() + ".png"), figure.png());
        }
        assertThat(path).isNotEmptyDirectory();
    }

    private static List<PointSummary> points(int replications) {
        PointComparison comparison = new PointComparison(EXPERIMENT.metrics(), 0.95);
        List<RunResult> baseline = results(0, replications);
        for (int point = 1; point < 3; point++) {
            comparison.add(point, results(point, replications), 0, baseline);
        }
        List<PointDifference> differences = comparison.differences();
        List<PointSummary> points = new ArrayList<>();
        for (int point = 0; point < 3; point++) {
            int number = point;
            points.add(new PointSummary(
                    EXPERIMENT.points().get(point),
                    replications,
                    SummaryTable.of(results(point, replications)),
                    List.of(),
                    differences.stream()
                            .filter(difference -> difference.point() == number)
                            .toList(),
                    List.of(List.of(), List.of(), List.of(), List.of())));
        }
        return points;
    }

    private static List<RunResult> results(int point, int replications) {
        List<RunResult> results = new ArrayList<>();
        for (String policy : List.of("filter-rank", "nearest")) {
            int step = policy.equals("nearest") ? 0 : point;
            for (int replication = 0; replication < replications; replication++) {
                double own = point == 0 ? 0 : replication % 3 - 1; // sums to zero over six replications
                results.add(new RunResult(
                        policy,
                        replication,
                        List.of(
                                new Metric("all", "ttft_p95", "ms", 100 + replication + 20 * step + own),
                                new Metric("all", "slo_attainment", "fraction", 0.99 - 0.05 * step),
                                new Metric("all", "cost_eur_per_1k", "EUR", 0.45 + 0.0123 * step),
                                new Metric("all", "operator_control", "fraction", 0.5 + 0.2 * step)),
                        List.of(),
                        List.of(),
                        1));
            }
        }
        return results;
    }
}
