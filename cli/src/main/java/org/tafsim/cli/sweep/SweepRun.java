package org.tafsim.cli.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.cli.console.ProgressDisplay;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.Version;
import org.tafsim.cli.run.ExternalOption;
import org.tafsim.cli.scenario.PolicyCheck;
import org.tafsim.engine.RunOptions;
import org.tafsim.engine.Simulation;
import org.tafsim.experiment.Environment;
import org.tafsim.experiment.SimulationTask;
import org.tafsim.experiment.pack.SweepProvenance;
import org.tafsim.experiment.plan.Experiment;
import org.tafsim.experiment.sweep.Collector;
import org.tafsim.experiment.sweep.ExperimentSource;
import org.tafsim.experiment.sweep.LocalSweep;
import org.tafsim.experiment.sweep.PointSummary;
import org.tafsim.experiment.sweep.Simulator;
import org.tafsim.experiment.sweep.SweepFolder;
import org.tafsim.experiment.sweep.SweepPlan;
import org.tafsim.experiment.sweep.TaskKey;
import org.tafsim.policies.PolicySet;
import org.tafsim.scenario.ScenarioReader;
import org.tafsim.scenario.trace.TraceFiles;

/** What all sweep commands share: from an experiment to its folder, and its tasks on this machine. */
final class SweepRun {

    private static final Path SWEEPS = Path.of("results", "sweeps");

    private SweepRun() {}

    /** Reads an experiment and all its points. */
    static SweepPlan plan(ExperimentSource source, PolicySet policies, boolean mayBeHuge) {
        SweepPlan plan = SweepPlan.of(source.read(mayBeHuge), policies, Version.text());
        if (plan.size() > 0) {
            PolicyCheck.check(Path.of(source.name()), plan.point(0).scenario(), policies);
        }
        return plan;
    }

    /** Where a sweep's results go by default. */
    static Path folderOf(SweepPlan plan) {
        return SWEEPS.resolve(plan.id().value());
    }

    /** Refuses programs that may not be started. */
    static void checkExternal(SweepPlan plan, ExternalOption external) {
        if (plan.size() > 0) {
            external.check(plan.point(0).scenario().policies(), policy -> false);
        }
    }

    /** Refuses programs, which are on this machine alone. */
    static void refuseExternal(SweepPlan plan) {
        if (plan.size() > 0 && plan.point(0).scenario().policies().stream().anyMatch(ExternalOption::isExternal)) {
            throw new InvalidInputException(
                    "Programs of external policies run on this machine only. Leave out --engine.");
        }
    }

    /** Points of a plan. */
    static List<Integer> all(SweepPlan plan) {
        return IntStream.range(0, plan.size()).boxed().toList();
    }

    /** Runs what is missing of some points on this machine; failures are told. */
    static SortedMap<TaskKey, Throwable> local(
            SweepFolder folder, List<Integer> points, int threads, Terminal terminal, ProgressDisplay display)
            throws IOException, InterruptedException {
        try (ProgressDisplay progress = display) {
            return new LocalSweep(folder, simulator(folder.plan(), terminal), threads, progress).run(points);
        }
    }

    /** Simulates points with the policies of their plan; programs of external policies are started. */
    static Simulator simulator(SweepPlan plan, Terminal terminal) {
        Experiment experiment = plan.experiment();
        PolicySet policies = plan.policies();
        TraceFiles traces =
                new TraceFiles(ScenarioReader.folderOf(experiment.base().toAbsolutePath()));
        return point -> new SimulationTask(
                new Simulation(point.scenario(), traces, experiment.randomness(), policies),
                policies,
                ExternalOption.routing(point.scenario(), experiment.base(), policies, terminal),
                RunOptions.DEFAULT);
    }

    /** Adds up what is there, and notes where that was done. */
    static List<PointSummary> collect(SweepFolder folder) throws IOException {
        List<PointSummary> summaries = new Collector(folder).collect();
        SweepProvenance.write(folder, Environment.ofThisProcess(Version.build()), Instant.now());
        return summaries;
    }

    /** Says which tasks failed. */
    static void tell(SortedMap<TaskKey, Throwable> failed, SweepFolder folder, Terminal terminal) {
        failed.forEach((key, reason) -> terminal.err()
                .println("Failed: point %d, replication %d: %s (%s)"
                        .formatted(
                                key.point(),
                                key.replication() + 1,
                                reason.getMessage(),
                                folder.path().resolve("failed").resolve(key + ".txt"))));
    }
}
