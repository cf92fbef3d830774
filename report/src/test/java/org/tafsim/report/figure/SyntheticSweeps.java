package org.tafsim.report.figure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tafsim.engine.Metric;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.Comparison;
import org.tafsim.experiment.PointComparison;
import org.tafsim.experiment.PointDifference;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.experiment.plan.Experiment;
import org.tafsim.experiment.plan.ExperimentReader;
import org.tafsim.experiment.plan.Point;
import org.tafsim.experiment.sweep.PointSummary;

/** Sweeps of made-up numbers: more load is slower, dearer policies are faster, and the last of them breaks rules. */
final class SyntheticSweeps {

    /** One number that varies. */
    static final Experiment LOAD = read("load", "grid: {'apps[id=chat].arrivals.rate': [1 /s, 2 /s, 4 /s, 32 /s]}", "");

    /** Two numbers that vary. */
    static final Experiment GRID =
            read("grid", "grid: {'apps[id=chat].arrivals.rate': [1 /s, 2 /s, 4 /s], run.telemetry: [0 s, 5 s]}", "");

    /** Named variants of a baseline. */
    static final Experiment VARIANTS = read(
            "variants",
            "list: {all-rules: {a: none}, without-R01: {a: R01}, without-R02: {a: R02}, without-R03: {a: R03}, without-R04: {a: R04}}",
            "baseline: all-rules\ncompare: {metrics: [e2e_mean]}\n");

    private SyntheticSweeps() {}

    private static Experiment read(String name, String sweep, String rest) {
        return ExperimentReader.read(name + ".yaml", """
                apiVersion: tafsim/v1
                kind: Experiment
                name: %s
                base: x.yaml
                sweep: [{%s}]
                %s""".formatted(name, sweep, rest), Path.of(""), false);
    }

    static List<PointSummary> points(Experiment experiment, List<String> policies, int replications) {
        List<List<RunResult>> results = experiment.points().stream()
                .map(point -> results(point.number(), policies, replications))
                .toList();
        List<PointDifference> differences = new ArrayList<>();
        if (!experiment.baselines().isEmpty()) {
            PointComparison comparison = new PointComparison(experiment.metrics(), 0.95);
            for (int point = 1; point < results.size(); point++) {
                comparison.add(point, results.get(point), 0, results.get(0));
            }
            differences.addAll(comparison.differences());
        }
        List<PointSummary> points = new ArrayList<>();
        for (Point point : experiment.points()) {
            List<RunResult> here = results.get(point.number());
            points.add(new PointSummary(
                    point,
                    replications,
                    SummaryTable.of(here),
                    Comparison.againstFirst(here, 0.95),
                    differences.stream()
                            .filter(difference -> difference.point() == point.number())
                            .toList(),
                    List.of(policies, policies.subList(0, 1), policies.subList(0, 1), List.of())));
        }
        return points;
    }

    private static List<RunResult> results(int point, List<String> policies, int replications) {
        List<RunResult> results = new ArrayList<>();
        for (int policy = 0; policy < policies.size(); policy++) {
            for (int replication = 0; replication < replications; replication++) {
                double own = replication % 3 - 1;
                double swing = point % 2 == 0 ? 1 : -0.6;
                double wait = (100 + 50 * swing * point + own) / (1 + policy);
                results.add(new RunResult(
                        policies.get(policy),
                        replication,
                        List.of(
                                metric("slo_attainment", "fraction", Math.max(0, 0.99 - 0.1 * point)),
                                metric("ttft_p50", "ms", Math.abs(wait) + 1),
                                metric("ttft_p95", "ms", 3 * Math.abs(wait) + 2),
                                metric("ttft_p99", "ms", 9 * Math.abs(wait) + 3),
                                metric("e2e_mean", "ms", 900 + 40 * swing * point + own),
                                metric("e2e_p95", "ms", 2_000 + wait),
                                metric("cost_eur_per_1k", "EUR", 0.4 + 0.1 * policy + 0.01 * own + 0.02 * point),
                                metric(
                                        "violating_requests",
                                        "fraction",
                                        policy == policies.size() - 1 && policy > 0 ? 0.2 : 0)),
                        List.of(),
                        List.of(),
                        1));
            }
        }
        return results;
    }

    private static Metric metric(String name, String unit, double value) {
        return new Metric("all", name, unit, value);
    }
}
