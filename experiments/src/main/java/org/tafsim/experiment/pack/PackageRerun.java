package org.tafsim.experiment.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.Build;
import org.tafsim.experiment.Environment;
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
import org.tafsim.experiment.SeriesCsv;
import org.tafsim.experiment.SummaryCsv;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.experiment.pack.archive.ArchiveLimits;
import org.tafsim.experiment.pack.archive.PackageArchive;
import org.tafsim.experiment.pack.archive.UnsafeArchiveException;
import org.tafsim.model.Scenario;
import org.tafsim.scenario.trace.TraceFiles;

/** Runs a package again, once it is found sound, and holds the new numbers against the packed ones. */
public final class PackageRerun {

    private final RerunEngine engine;
    private final Build build;
    private final int threads;
    private final Progress progress;

    /**
     * A rerun.
     *
     * @param engine simulates
     * @param build of this tafsim
     * @param threads runs at a time, at least 1
     * @param progress told of every finished run
     */
    public PackageRerun(RerunEngine engine, Build build, int threads, Progress progress) {
        this.engine = engine;
        this.build = build;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Checks, runs, compares.
     *
     * @throws IOException where the package cannot be read at all, lacks inputs, or results cannot be written
     */
    public RerunReport run(Path zip, RerunOptions options) throws IOException, InterruptedException {
        try (PackageArchive archive = PackageArchive.open(zip, ArchiveLimits.PACKAGE);
                Scratch scratch = Scratch.create()) {
            PackageCheck.Checked checked = PackageCheck.check(archive, scratch, options.inputs());
            if (checked.run().isEmpty()) {
                return new RerunReport(checked.report(), Optional.empty(), "", Optional.empty());
            }
            return run(checked.report(), checked.run().get(), new ArchiveFiles(archive, Layout.RUN), scratch, options);
        } catch (UnsafeArchiveException e) {
            return new RerunReport(PackageCheck.refusal(e), Optional.empty(), "", Optional.empty());
        }
    }

    private RerunReport run(CheckReport report, CheckedRun packed, FileSet files, Scratch scratch, RerunOptions options)
            throws IOException, InterruptedException {
        Scenario scenario = packed.scenario()
                .orElseThrow(() -> new IOException(
                        "The package leaves out traces that the run replayed: %s. Name the folder that has them with --inputs."
                                .formatted(packed.inputs().stream()
                                        .map(InputList.Entry::name)
                                        .toList())));
        int all = scenario.run().replications();
        int replications = Math.min(all, options.sample().orElse(all));
        RunTask task = engine.task(scenario, new TraceFiles(scratch.folder()));
        List<RunResult> results =
                new ReplicationRunner(threads, progress).run(scenario.policies(), replications, task, RequestLog.NONE);
        if (options.out().isPresent()) {
            write(options.out().get(), packed, scenario, scratch, results);
        }
        return new RerunReport(
                report,
                Optional.of(compare(packed, files, results, replications)),
                "%d of %d replications, under %d policies"
                        .formatted(replications, all, scenario.policies().size()),
                versionNote(packed.facts()));
    }

    private Optional<String> versionNote(RunFacts facts) {
        return facts.version().equals(build.version())
                ? Optional.empty()
                : Optional.of("tafsim %s made this package; this is %s.".formatted(facts.version(), build.version()));
    }

    private static Verdict compare(CheckedRun packed, FileSet files, List<RunResult> again, int replications)
            throws IOException {
        List<RunResult> before = packed.results().stream()
                .filter(result -> result.replication() < replications)
                .toList();
        boolean isWhole = before.size() == packed.results().size();
        boolean isSameMetrics = ReplicationsCsv.text(before).equals(ReplicationsCsv.text(again));
        if (!isSameMetrics) {
            return MetricTest.judge(before, again);
        }
        if (isWhole && !SummaryCsv.text(SummaryTable.of(again)).equals(files.text(RunCheck.SUMMARY))) {
            return new Verdict(Verdict.Kind.DIFFERENT, "summary.csv differs, though every metric is the same");
        }
        Optional<String> series =
                SeriesComparison.findDifference(files.text(SeriesComparison.FILE), SeriesCsv.text(again), replications);
        return series.map(line -> new Verdict(Verdict.Kind.DIFFERENT, line))
                .orElseGet(() -> new Verdict(
                        Verdict.Kind.IDENTICAL,
                        isWhole
                                ? "summary.csv, replications.csv and series.csv are the same to the byte"
                                : "every metric and the series of these replications are the same to the byte"));
    }

    private void write(Path out, CheckedRun packed, Scenario scenario, Scratch scratch, List<RunResult> results)
            throws IOException {
        RunId id = RunId.of(scenario.name(), packed.resolved(), build.version());
        RunInfo info = RunInfo.of(scenario, id, build.version(), Map.of("threads", Integer.toString(threads)));
        try (RunDraft draft = RunFolder.at(out).begin(info, Host.ofThisProcess())) {
            new ResultFiles(draft).write(packed.resolved(), results, SummaryTable.of(results));
            new Provenance(Optional.empty(), Inputs.of(scenario, scratch.folder()), Environment.ofThisProcess(build))
                    .write(draft);
            draft.publish();
        }
    }
}
