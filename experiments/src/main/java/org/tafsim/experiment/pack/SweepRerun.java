package org.tafsim.experiment.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.Progress;
import org.tafsim.experiment.ReplicationRunner;
import org.tafsim.experiment.RequestLog;
import org.tafsim.experiment.RunTask;
import org.tafsim.experiment.sweep.TaskKey;
import org.tafsim.experiment.sweep.TaskMetrics;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Scenario;
import org.tafsim.plugins.recorded.ReplayedRouting;
import org.tafsim.policies.external.ExternalPolicyType;
import org.tafsim.scenario.trace.TraceFiles;

/**
 * Simulates tasks of a packed sweep again.
 *
 * @param packed the sweep
 * @param files of it
 * @param empty folder: scenarios of sweeps name no files
 * @param options how
 */
record SweepRerun(CheckedSweep packed, FileSet files, Path empty, RerunOptions options) {

    /** @throws IOException where a folder for results is asked for, which sweeps have none of */
    RerunOutcome simulate(RerunEngine engine, int threads, Progress progress) throws IOException, InterruptedException {
        if (options.out().isPresent()) {
            throw new IOException("A sweep is compared, not written. Leave out --out.");
        }
        List<TaskKey> tasks = sample();
        List<RunResult> before = new ArrayList<>();
        List<RunResult> after = new ArrayList<>();
        boolean isIdentical = true;
        progress.onProgress(0, tasks.size(), "");
        int done = 0;
        for (List<TaskKey> ofPoint : byPoint(tasks).values()) {
            List<RunResult> results = simulate(ofPoint, engine, threads);
            for (TaskKey task : ofPoint) {
                String metrics = files.text(CheckedSweep.fileOf(task, "metrics.csv"));
                List<RunResult> again = results.stream()
                        .filter(result -> result.replication() == task.replication())
                        .toList();
                isIdentical &= TaskMetrics.text(again).equals(metrics);
                before.addAll(named(task, TaskMetrics.parse(metrics)));
                after.addAll(named(task, again));
                progress.onProgress(++done, tasks.size(), task.toString());
            }
        }
        Verdict verdict = isIdentical
                ? new Verdict(Verdict.Kind.IDENTICAL, "metrics.csv of these tasks is the same to the byte")
                : MetricTest.judge(before, after);
        return new RerunOutcome(
                verdict, "%d of %d tasks".formatted(tasks.size(), packed.tasks().size()));
    }

    /** Evenly spread over the sweep: of T tasks in their order, those of number ⌊k · T / N⌋. */
    List<TaskKey> sample() {
        List<TaskKey> all = List.copyOf(packed.tasks());
        int count = Math.min(all.size(), options.sample().orElse(all.size()));
        List<TaskKey> sample = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            sample.add(all.get((int) ((long) k * all.size() / count)));
        }
        return sample;
    }

    private static SortedMap<Integer, List<TaskKey>> byPoint(List<TaskKey> tasks) {
        SortedMap<Integer, List<TaskKey>> byPoint = new TreeMap<>();
        tasks.forEach(task -> byPoint.computeIfAbsent(task.point(), point -> new ArrayList<>())
                .add(task));
        return byPoint;
    }

    private List<RunResult> simulate(List<TaskKey> tasks, RerunEngine engine, int threads)
            throws IOException, InterruptedException {
        String file = CheckedSweep.scenarioOf(tasks.get(0).point());
        Scenario scenario =
                RunCheck.read(files.text(file), empty, packed.facts().plugins());
        requireNoProgram(scenario);
        RunTask task =
                engine.task(scenario, new TraceFiles(empty), packed.facts().randomness(), ReplayedRouting.Files.NONE);
        RunTask chosen =
                (policy, index, sink) -> task.run(policy, tasks.get(index).replication(), sink);
        return new ReplicationRunner(threads, Progress.NONE)
                .run(scenario.policies(), tasks.size(), chosen, RequestLog.NONE);
    }

    private static void requireNoProgram(Scenario scenario) throws IOException {
        for (PolicySpec policy : scenario.policies()) {
            if (policy.type().equals(ExternalPolicyType.ID)) {
                throw new IOException(
                        "The policy %s is a program of whoever made the sweep, and sweeps do not record decisions: it cannot be run again."
                                .formatted(policy.label()));
            }
        }
    }

    private static List<RunResult> named(TaskKey task, List<RunResult> results) {
        return results.stream()
                .map(result -> new RunResult(
                        "point %d/%s".formatted(task.point(), result.policy()),
                        result.replication(),
                        result.metrics(),
                        List.of(),
                        List.of(),
                        0))
                .toList();
    }
}
