package org.tafsim.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tafsim.engine.RunOptions;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.Simulation;
import org.tafsim.experiment.Host;
import org.tafsim.experiment.ReplicationRunner;
import org.tafsim.experiment.RequestCsv;
import org.tafsim.experiment.RequestLog;
import org.tafsim.experiment.ResultFiles;
import org.tafsim.experiment.RunDraft;
import org.tafsim.experiment.RunFolder;
import org.tafsim.experiment.RunId;
import org.tafsim.experiment.RunInfo;
import org.tafsim.experiment.RunTask;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Scenario;
import org.tafsim.policies.ShippedPolicies;
import org.tafsim.policy.RoutingPolicyType;
import org.tafsim.scenario.ResolvedScenarioWriter;
import org.tafsim.scenario.trace.TraceFiles;
import org.tafsim.serving.StepMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a scenario under each of its policies, and tells who did how well. */
@Command(
        name = "run",
        header = "Run a scenario under each of its policies, and compare them.",
        description =
                "Runs every policy on the same requests (common random numbers), as many times as the scenario asks "
                        + "for, prints the comparison with 95 %% intervals and writes all numbers to a folder.%n",
        footer = {
            "  tafsim run scenarios/hello.yaml",
            "  tafsim run scenarios/edge-vs-cloud.yaml --policies nearest,latency-greedy --threads 2",
            "  tafsim run scenarios/trace-replay.yaml --trace FILE --requests"
        })
final class RunCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "SCENARIO", description = "YAML file.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Mixin
    private ScenarioOptions options = new ScenarioOptions();

    @Mixin
    private RunChoices choices = new RunChoices();

    @Mixin
    private KernelOption kernel = new KernelOption();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Runs at a time (default: all cores). Changes no digit.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--exact-steps", description = "One event per iteration of a replica. Slower, the same digits.")
    private boolean isExactSteps;

    @Option(names = "--audit", description = "Check the invariants that cost time.")
    private boolean isAudit;

    @Option(names = "--out", paramLabel = "DIR", description = "The run's folder (default: results/runs/<id>).")
    private @Nullable Path out;

    @Option(names = "--requests", description = "Keep every request, in requests.csv.")
    private boolean keepsRequests;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress.")
    private boolean isQuiet;

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    @SuppressWarnings("try") // the interruption is watched, not used
    public Integer call() throws IOException, InterruptedException {
        if (threads < 1) {
            throw new InvalidInputException("--threads (%d) must be at least 1.".formatted(threads));
        }
        Scenario scenario = choices.applyTo(options.read(file));
        PolicyCheck.check(file, scenario);
        String resolved = ResolvedScenarioWriter.yaml(scenario);
        RunId id = RunId.of(scenario.name(), resolved, Version.text());
        RunFolder folder = out == null ? RunFolder.in(Path.of("results", "runs"), id) : RunFolder.at(out);
        RunInfo info = RunInfo.of(scenario, id, Version.text(), settings());
        try (Interruption interruption = Interruption.watch();
                RunDraft draft = folder.begin(info, Host.ofThisProcess())) {
            List<RunResult> results = results(scenario, draft);
            SummaryTable summary = SummaryTable.of(results);
            new ResultFiles(draft).write(resolved, results, summary);
            Path written = draft.publish();
            new RunSummary(scenario, summary).print(terminal.out(), terminal.outAnsi());
            terminal.out().println("%nAll numbers: %s".formatted(written.resolve("summary.csv")));
            terminal.out().println("Next: tafsim policies · tafsim run %s --set run.duration='20 min'".formatted(file));
        }
        return ExitCodes.OK;
    }

    private List<RunResult> results(Scenario scenario, RunDraft draft) throws IOException, InterruptedException {
        int runs = scenario.policies().size() * scenario.run().replications();
        try (Progress progress = Progress.of(terminal, isQuiet, runs, "runs")) {
            ReplicationRunner runner =
                    new ReplicationRunner(threads, (done, total, label) -> stepAfterFirst(progress, done));
            if (!keepsRequests) {
                return runner.run(scenario.policies(), scenario.run().replications(), task(scenario), RequestLog.NONE);
            }
            RequestCsv requests = new RequestCsv(draft);
            List<RunResult> results =
                    runner.run(scenario.policies(), scenario.run().replications(), task(scenario), requests);
            requests.complete();
            return results;
        }
    }

    private static void stepAfterFirst(Progress progress, int done) {
        if (done > 0) {
            progress.step();
        }
    }

    private RunTask task(Scenario scenario) {
        Path folder = file.toAbsolutePath().getParent();
        Simulation simulation = new Simulation(scenario, new TraceFiles(folder == null ? file : folder));
        StepMode steps = isExactSteps ? StepMode.EXACT_STEPS : StepMode.CLOSED_FORM;
        RunOptions run = new RunOptions(kernel.kind(), steps, isAudit);
        return (policy, replication, sink) -> simulation.run(policy, typeOf(policy), replication, run, sink);
    }

    private static RoutingPolicyType typeOf(PolicySpec policy) {
        return ShippedPolicies.find(policy.type())
                .orElseThrow(() -> new IllegalStateException("Policy %s was checked.".formatted(policy.type())));
    }

    private Map<String, String> settings() {
        return Map.of(
                "kernel",
                kernel.kind().name(),
                "threads",
                String.valueOf(threads),
                "exact_steps",
                String.valueOf(isExactSteps));
    }
}
