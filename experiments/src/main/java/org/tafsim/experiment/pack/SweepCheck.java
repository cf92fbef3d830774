package org.tafsim.experiment.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.Environment;
import org.tafsim.experiment.StreamTable;
import org.tafsim.experiment.sweep.CollectedSummary;
import org.tafsim.experiment.sweep.PlannedPoint;
import org.tafsim.experiment.sweep.TaskKey;
import org.tafsim.experiment.sweep.TaskMetrics;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Scenario;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether the files of a sweep belong together. Nothing is simulated. */
final class SweepCheck {

    static final String POINTS = "points.csv";
    static final List<String> REQUIRED = List.of(
            SweepFacts.FILE,
            "experiment.yaml",
            POINTS,
            RunCheck.SUMMARY,
            Environment.FILE,
            StreamTable.FILE,
            SweepProvenance.COLLECTED);

    private static final String TASKS = "tasks/";

    private final FileSet sweep;
    private final SortedMap<String, String> hashes;
    private final Findings findings;
    private final Path empty;

    /**
     * A check.
     *
     * @param hashes that the files have
     * @param empty folder; scenarios of sweeps may name no files
     */
    SweepCheck(FileSet sweep, SortedMap<String, String> hashes, Findings findings, Path empty) {
        this.sweep = sweep;
        this.hashes = hashes;
        this.findings = findings;
        this.empty = empty;
    }

    /** Checks. @return what the sweep is, where it is all right */
    Optional<CheckedSweep> check() {
        int before = findings.count();
        REQUIRED.stream()
                .filter(name -> !sweep.names().contains(name))
                .forEach(name -> findings.report(name, "is missing"));
        if (findings.count() > before) {
            return Optional.empty();
        }
        Optional<SweepFacts> facts =
                findings.attempt(SweepFacts.FILE, () -> SweepFacts.parse(sweep.text(SweepFacts.FILE)));
        findings.attempt(
                SweepProvenance.COLLECTED, () -> SweepFacts.collectedAt(sweep.text(SweepProvenance.COLLECTED)));
        facts.ifPresent(found -> {
            checkEnvironment(found);
            findings.attempt(RunCheck.SUMMARY, () -> checkSummary(found));
        });
        return facts.map(found -> new CheckedSweep(found, tasks()));
    }

    private void checkEnvironment(SweepFacts facts) {
        findings.attempt(Environment.FILE, () -> {
            JsonNode tafsim =
                    JsonMapper.shared().readTree(sweep.text(Environment.FILE)).path("tafsim");
            if (!tafsim.path("version").asString("").equals(facts.version())) {
                throw new IOException("says tafsim '%s', sweep.json says '%s'"
                        .formatted(tafsim.path("version").asString(""), facts.version()));
            }
            return tafsim;
        });
    }

    private NavigableSet<TaskKey> tasks() {
        NavigableSet<TaskKey> tasks = new TreeSet<>();
        for (String name : sweep.names()) {
            if (name.startsWith(TASKS) && name.endsWith("/metrics.csv")) {
                TaskKey.find(name.substring(TASKS.length(), name.lastIndexOf('/')))
                        .ifPresent(tasks::add);
            }
        }
        return tasks;
    }

    private boolean checkSummary(SweepFacts facts) throws IOException {
        CollectedSummary summary = new CollectedSummary(sweep.text(POINTS), facts.randomness());
        if (summary.size() != facts.points()) {
            findings.report(POINTS, "has %d points, sweep.json has %d".formatted(summary.size(), facts.points()));
            return false;
        }
        NavigableSet<TaskKey> tasks = tasks();
        boolean isWhole = true;
        for (int point = 0; point < facts.points(); point++) {
            isWhole &= addPoint(facts, point, tasks, summary);
        }
        if (isWhole) {
            RunCheck.compareLines(TASKS, summary.text(), sweep.text(RunCheck.SUMMARY));
        }
        return isWhole;
    }

    private boolean addPoint(SweepFacts facts, int point, NavigableSet<TaskKey> tasks, CollectedSummary summary) {
        String file = CheckedSweep.scenarioOf(point);
        if (!sweep.names().contains(file)) {
            findings.report(file, "is missing");
            return false;
        }
        Optional<String> resolved = findings.attempt(file, () -> sweep.text(file));
        Optional<Scenario> scenario =
                resolved.flatMap(text -> findings.attempt(file, () -> RunCheck.read(text, empty, facts.plugins())));
        if (resolved.isEmpty() || scenario.isEmpty()) {
            return false;
        }
        NavigableSet<TaskKey> own = tasks.subSet(new TaskKey(point, 0), true, new TaskKey(point + 1, 0), false);
        for (int replication = 0; replication < Math.max(facts.replications(), own.size()); replication++) {
            if (!own.contains(new TaskKey(point, replication))) {
                findings.report(TASKS + new TaskKey(point, replication), "is missing: the sweep is not complete");
                return false;
            }
        }
        List<RunResult> results = new ArrayList<>();
        boolean isSound = true;
        for (TaskKey task : own) {
            Optional<List<RunResult>> read = findings.attempt(
                    CheckedSweep.fileOf(task, "metrics.csv"), () -> read(facts, task, resolved.get(), scenario.get()));
            isSound &= read.isPresent();
            read.ifPresent(results::addAll);
        }
        if (isSound) {
            summary.add(point, results);
        }
        return isSound;
    }

    private List<RunResult> read(SweepFacts facts, TaskKey task, String resolved, Scenario scenario)
            throws IOException {
        String metrics = CheckedSweep.fileOf(task, "metrics.csv");
        JsonNode about = JsonMapper.shared().readTree(sweep.text(CheckedSweep.fileOf(task, "task.json")));
        if (!about.path("metrics_sha256").asString("").equals(hashes.get(metrics))) {
            throw new IOException("was changed after the task: task.json has another hash");
        }
        String id = PlannedPoint.taskId(resolved, facts.versionOfTasks(scenario), task.replication());
        if (!about.path("id").asString("").equals(id)) {
            throw new IOException(
                    "the id %s of its task is not that of this scenario, replication and version (%s): one of them was changed"
                            .formatted(about.path("id").asString(""), id));
        }
        List<String> policies =
                scenario.policies().stream().map(PolicySpec::label).toList();
        List<RunResult> results = TaskMetrics.parse(sweep.text(metrics));
        boolean isIts = results.stream().map(RunResult::policy).toList().equals(policies)
                && results.stream().allMatch(result -> result.replication() == task.replication());
        if (!isIts) {
            throw new IOException("has not the policies and the replication of its task");
        }
        return results;
    }
}
