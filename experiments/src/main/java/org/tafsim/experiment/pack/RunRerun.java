package org.tafsim.experiment.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tafsim.engine.Randomness;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.Build;
import org.tafsim.experiment.Environment;
import org.tafsim.experiment.FlowsOverTimeCsv;
import org.tafsim.experiment.Host;
import org.tafsim.experiment.Inputs;
import org.tafsim.experiment.Progress;
import org.tafsim.experiment.Provenance;
import org.tafsim.experiment.ReplicationRunner;
import org.tafsim.experiment.ReplicationsCsv;
import org.tafsim.experiment.RequestLog;
import org.tafsim.experiment.ResultFiles;
import org.tafsim.experiment.RunDraft;
import org.tafsim.experiment.RunFolder;
import org.tafsim.experiment.RunId;
import org.tafsim.experiment.RunInfo;
import org.tafsim.experiment.RunTask;
import org.tafsim.experiment.SampleCsv;
import org.tafsim.experiment.SeriesCsv;
import org.tafsim.experiment.SitesCsv;
import org.tafsim.experiment.SummaryCsv;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Scenario;
import org.tafsim.plugins.recorded.ChoiceFiles;
import org.tafsim.policies.PolicySet;
import org.tafsim.scenario.trace.TraceFiles;

/**
 * Simulates a packed run again.
 *
 * @param packed the run
 * @param files of it
 * @param traces folder of its inputs
 * @param policies that there are here
 * @param options how
 */
record RunRerun(CheckedRun packed, FileSet files, Path traces, PolicySet policies, RerunOptions options) {

    /** @throws IOException where inputs are not at hand, or results cannot be written */
    RerunOutcome simulate(RerunEngine engine, Build build, int threads, Progress progress)
            throws IOException, InterruptedException {
        Scenario scenario = packed.scenario()
                .orElseThrow(() -> new IOException(
                        "The package leaves out traces that the run replayed: %s. Name the folder that has them with --inputs."
                                .formatted(packed.inputs().stream()
                                        .map(InputList.Entry::name)
                                        .toList())));
        int all = scenario.run().replications();
        int replications = Math.min(all, options.sample().orElse(all));
        RunTask task = engine.task(scenario, new TraceFiles(traces), Randomness.COMMON, this::recorded);
        SampleCsv sample = new SampleCsv(RequestLog.NONE, scenario.hasSessions());
        List<RunResult> results =
                new ReplicationRunner(threads, progress).run(scenario.policies(), replications, task, sample);
        if (options.out().isPresent()) {
            write(options.out().get(), scenario, results, sample, build, threads);
        }
        return new RerunOutcome(
                compare(results, sample, replications),
                "%d of %d replications, under %d policies%s"
                        .formatted(replications, all, scenario.policies().size(), replayed(scenario)));
    }

    /** The decisions of one run, where the package has them. */
    private Optional<InputStream> recorded(PolicySpec policy, int replication) throws IOException {
        String name = ChoiceFiles.name(packed.facts().policies(), policy.label(), replication);
        return files.names().contains(name) ? Optional.of(files.open(name)) : Optional.empty();
    }

    private String replayed(Scenario scenario) {
        List<String> labels = scenario.policies().stream()
                .map(PolicySpec::label)
                .filter(label ->
                        files.names().contains(ChoiceFiles.name(packed.facts().policies(), label, 0)))
                .toList();
        return labels.isEmpty() ? "" : "; the recorded decisions of " + String.join(", ", labels);
    }

    private Verdict compare(List<RunResult> again, SampleCsv sample, int replications) throws IOException {
        List<RunResult> before = packed.results().stream()
                .filter(result -> result.replication() < replications)
                .toList();
        boolean isWhole = before.size() == packed.results().size();
        if (!ReplicationsCsv.text(before).equals(ReplicationsCsv.text(again))) {
            return MetricTest.judge(before, again);
        }
        if (isWhole && !SummaryCsv.text(SummaryTable.of(again)).equals(files.text(RunCheck.SUMMARY))) {
            return new Verdict(Verdict.Kind.DIFFERENT, "summary.csv differs, though every metric is the same");
        }
        Optional<String> difference =
                SeriesComparison.findDifference(files.text(SeriesComparison.FILE), SeriesCsv.text(again), replications);
        if (difference.isEmpty()) {
            difference = findDifferenceInPlaces(again, sample, isWhole);
        }
        return difference
                .map(line -> new Verdict(Verdict.Kind.DIFFERENT, line))
                .orElseGet(() -> new Verdict(
                        Verdict.Kind.IDENTICAL,
                        isWhole
                                ? "summary.csv, replications.csv and series.csv are the same to the byte"
                                : "every metric and the series of these replications are the same to the byte"));
    }

    /** The files that older runs do not have; means are those of all replications. */
    private Optional<String> findDifferenceInPlaces(List<RunResult> again, SampleCsv sample, boolean isWhole)
            throws IOException {
        Map<String, String> texts = new TreeMap<>(Map.of(SampleCsv.FILE, sample.text()));
        if (isWhole) {
            texts.put(SitesCsv.FILE, SitesCsv.text(again));
            texts.put(FlowsOverTimeCsv.FILE, FlowsOverTimeCsv.text(again));
        }
        for (Map.Entry<String, String> text : texts.entrySet()) {
            String name = text.getKey();
            if (files.names().contains(name) && !files.text(name).equals(text.getValue())) {
                return Optional.of("%s differs, though every metric is the same".formatted(name));
            }
        }
        return Optional.empty();
    }

    private void write(Path out, Scenario scenario, List<RunResult> results, SampleCsv sample, Build build, int threads)
            throws IOException {
        RunId id = RunId.of(
                scenario.name(), packed.resolved() + packed.facts().plugins().identity(), build.version());
        RunInfo info = RunInfo.of(
                scenario, id, build.version(), packed.facts().plugins(), Map.of("threads", Integer.toString(threads)));
        try (RunDraft draft = RunFolder.at(out).begin(info, Host.ofThisProcess())) {
            new ResultFiles(draft).write(packed.resolved(), results, SummaryTable.of(results));
            sample.write(draft);
            new Provenance(Optional.empty(), Inputs.of(scenario, traces), Environment.ofThisProcess(build))
                    .write(draft, policies);
            draft.publish();
        }
    }
}
