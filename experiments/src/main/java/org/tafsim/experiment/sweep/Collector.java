package org.tafsim.experiment.sweep;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.Comparison;
import org.tafsim.experiment.CsvText;
import org.tafsim.experiment.Decimals;
import org.tafsim.experiment.Difference;
import org.tafsim.experiment.PointDifference;
import org.tafsim.experiment.ResultFiles;
import org.tafsim.experiment.SummaryRow;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.experiment.plan.Experiment;
import org.tafsim.experiment.plan.Point;
import org.tafsim.experiment.plan.Sensitivity;
import org.tafsim.stats.ConfidenceInterval;

/** Adds up a sweep's tasks, in the order of points and replications, whoever ran them and when. */
public final class Collector {

    private static final List<String> DIFFERENCES = List.of(
            "policy", "baseline", "scope", "metric", "unit", "mean_difference", "half_width", "n", "adjusted_p_value");
    private static final List<String> AGAINST_BASELINE = List.of(
            "baseline",
            "policy",
            "scope",
            "metric",
            "unit",
            "baseline_mean",
            "mean_difference",
            "half_width",
            "n",
            "p_value",
            "adjusted_p_value");

    private static final String BASELINE = "baseline.csv";

    private final SweepFolder folder;
    private final Experiment experiment;
    private final PointTable points;

    /** Of a sweep. */
    public Collector(SweepFolder folder) {
        this.folder = folder;
        this.experiment = folder.plan().experiment();
        this.points = new PointTable(experiment);
    }

    /**
     * Writes {@code summary.csv}, {@code differences.csv} and {@code best.csv}, and {@code baseline.csv} where the experiment
     * names a baseline, and {@code sensitivity.csv} where the points were
     * drawn for it.
     *
     * @return the points that have results
     * @throws IOException where a task's folder is damaged, or files cannot be written
     */
    public List<PointSummary> collect() throws IOException {
        List<PointSummary> summaries = summaries();
        if (experiment.baselines().isEmpty()) {
            folder.remove(BASELINE);
        } else {
            folder.put(BASELINE, baselineCsv(summaries));
        }
        folder.put("summary.csv", summaryCsv(summaries));
        folder.put("differences.csv", differencesCsv(summaries));
        folder.put("best.csv", bestCsv(summaries));
        Optional<Sensitivity> design = folder.plan().experiment().sensitivity();
        if (design.isPresent()) {
            folder.put(
                    SensitivityTable.FILE,
                    new SensitivityTable(design.get(), summaries, folder.plan().size()).csv());
        }
        return summaries;
    }

    private List<PointSummary> summaries() throws IOException {
        SweepState state = SweepState.of(
                folder, IntStream.range(0, folder.plan().size()).boxed().toList());
        BaselineContrast contrast = new BaselineContrast(experiment, point -> observations(state, point));
        List<PointSummary> summaries = new ArrayList<>();
        for (int number = 0; number < folder.plan().size(); number++) {
            List<RunResult> results = observations(state, number);
            if (!results.isEmpty()) {
                summaries.add(summary(folder.point(number), results));
                contrast.add(number, results);
            }
        }
        return contrast.addTo(summaries);
    }

    private List<RunResult> observations(SweepState state, int number) throws IOException {
        int perObservation = experiment.randomness().replicationsPerObservation();
        return ByPolicy.sorted(Observations.of(state.results(number), perObservation));
    }

    private PointSummary summary(Point point, List<RunResult> results) {
        SummaryTable summary = SummaryTable.of(results);
        return new PointSummary(
                point,
                results.size() / summary.policies().size(),
                summary,
                differences(results),
                List.of(),
                Contest.ALL.stream()
                        .map(contest -> contest.best(results, summary))
                        .toList());
    }

    private List<Difference> differences(List<RunResult> results) {
        String baseline = experiment.baseline().orElse(results.get(0).policy());
        return Comparison.against(baseline, results, SummaryTable.CONFIDENCE, experiment.metrics());
    }

    private String summaryCsv(List<PointSummary> summaries) {
        return csv(List.of("policy", "scope", "metric", "unit", "mean", "half_width", "n"), csv -> {
            for (PointSummary point : summaries) {
                for (SummaryRow row : point.summary().rows()) {
                    csv.writeRecord(
                            line(point, List.of(row.policy(), row.scope(), row.metric(), row.unit()), row.interval()));
                }
            }
        });
    }

    private String differencesCsv(List<PointSummary> summaries) {
        return csv(DIFFERENCES, csv -> {
            for (PointSummary point : summaries) {
                for (Difference row : point.differences()) {
                    List<String> names = List.of(row.policy(), row.baseline(), row.scope(), row.metric(), row.unit());
                    List<String> line = line(point, names, row.interval());
                    line.add(Decimals.fixed(row.adjustedPValue()));
                    csv.writeRecord(line);
                }
            }
        });
    }

    private String baselineCsv(List<PointSummary> summaries) {
        return csv(AGAINST_BASELINE, csv -> {
            for (PointSummary point : summaries) {
                for (PointDifference row : point.againstBaseline()) {
                    List<String> names = List.of(
                            Integer.toString(row.baseline()),
                            row.policy(),
                            row.scope(),
                            row.metric(),
                            row.unit(),
                            Decimals.fixed(row.baselineMean()));
                    List<String> line = line(point, names, row.interval());
                    line.add(Decimals.fixed(row.pValue()));
                    line.add(Decimals.fixed(row.adjustedPValue()));
                    csv.writeRecord(line);
                }
            }
        });
    }

    private String bestCsv(List<PointSummary> summaries) {
        return csv(List.of("metric", "policy"), csv -> {
            for (PointSummary point : summaries) {
                for (int i = 0; i < Contest.ALL.size(); i++) {
                    for (String policy : point.best().get(i)) {
                        List<String> line = new ArrayList<>(points.row(point.point()));
                        line.add(Contest.ALL.get(i).metric());
                        line.add(policy);
                        csv.writeRecord(line);
                    }
                }
            }
        });
    }

    private List<String> line(PointSummary point, List<String> names, ConfidenceInterval interval) {
        List<String> line = new ArrayList<>(points.row(point.point()));
        line.addAll(names);
        line.add(Decimals.fixed(interval.mean()));
        line.add(ResultFiles.halfWidth(interval));
        line.add(Long.toString(interval.count()));
        return line;
    }

    private String csv(List<String> columns, Consumer<CsvWriter> lines) {
        List<String> heading = new ArrayList<>(points.columns());
        heading.addAll(columns);
        return CsvText.of(csv -> {
            csv.writeRecord(heading);
            lines.accept(csv);
        });
    }
}
