package org.tafsim.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Interruption;
import org.tafsim.cli.console.ProgressDisplay;
import org.tafsim.cli.console.ProgressOption;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.Version;
import org.tafsim.cli.console.Words;
import org.tafsim.cli.plugin.OpenPolicies;
import org.tafsim.cli.plugin.PolicyOptions;
import org.tafsim.cli.scenario.PolicyCheck;
import org.tafsim.cli.scenario.ScenarioOptions;
import org.tafsim.cli.watch.WatchDisplay;
import org.tafsim.engine.Randomness;
import org.tafsim.engine.RunObserver;
import org.tafsim.engine.RunOptions;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.Simulation;
import org.tafsim.experiment.Comparison;
import org.tafsim.experiment.Difference;
import org.tafsim.experiment.Environment;
import org.tafsim.experiment.Host;
import org.tafsim.experiment.Inputs;
import org.tafsim.experiment.PluginList;
import org.tafsim.experiment.Provenance;
import org.tafsim.experiment.ReplicationRunner;
import org.tafsim.experiment.RequestFile;
import org.tafsim.experiment.ResultFiles;
import org.tafsim.experiment.RunDraft;
import org.tafsim.experiment.RunFolder;
import org.tafsim.experiment.RunId;
import org.tafsim.experiment.RunInfo;
import org.tafsim.experiment.RunTask;
import org.tafsim.experiment.SampleCsv;
import org.tafsim.experiment.SummaryJson;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.experiment.WarmupPilot;
import org.tafsim.experiment.audit.DecisionFile;
import org.tafsim.experiment.optimum.BoundsRunner;
import org.tafsim.experiment.optimum.GapTable;
import org.tafsim.experiment.optimum.OptimumCsv;
import org.tafsim.model.Scenario;
import org.tafsim.plugins.RunRouting;
import org.tafsim.plugins.recorded.ChoiceFiles;
import org.tafsim.plugins.recorded.ChoiceFolder;
import org.tafsim.plugins.recorded.RecordedRouting;
import org.tafsim.plugins.recorded.ReplayedRouting;
import org.tafsim.policies.PolicySet;
import org.tafsim.report.figure.FigureFiles;
import org.tafsim.report.page.Page;
import org.tafsim.scenario.ResolvedScenarioWriter;
import org.tafsim.scenario.ScenarioReader;
import org.tafsim.serving.StepMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Simulates a scenario under its policies. */
@Command(
        name = "run",
        header = "Simulate a scenario under its policies and compare them.",
        description =
                "Prints a table with one column per policy, and writes summary.csv, series.csv, figures, a report and what "
                        + "determines the run to a folder. All policies see the same requests. The same scenario and seed give "
                        + "the same summary.csv to the byte, whatever the threads, the kernel and the JDK.%n",
        footer = {
            "  tafsim run scenarios/hello.yaml",
            "  tafsim run scenarios/edge-vs-cloud.yaml --set sovereignty.mode=enforce",
            "  tafsim run scenarios/edge-vs-cloud.yaml --policies nearest,power-of-two --replications 10",
            "  tafsim run scenarios/trace-replay.yaml --trace AzureLLMInferenceTrace_conv.csv",
            "  tafsim run scenarios/edge-vs-cloud.yaml --watch",
            "  tafsim run scenarios/hello.yaml --out my-run --requests",
            "  tafsim run scenarios/whole-life.yaml --out my-run --decisions"
        })
public final class RunCommand implements Callable<Integer> {

    private static final Path RUNS = Path.of("results", "runs");

    private final Terminal terminal;
    private final ScenarioEngine engine;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "SCENARIO", description = "YAML file.")
    private Path file = Path.of("");

    @Mixin
    private ScenarioOptions options = new ScenarioOptions();

    @Mixin
    private RunChoices choices = new RunChoices();

    @Mixin
    private PolicyOptions policyOptions = new PolicyOptions();

    @Mixin
    private KernelOption kernel = new KernelOption();

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Option(
            names = "--find-warmup",
            description = "Find the warm-up by a pilot run of each policy (MSER-5), in place of the scenario's.")
    private boolean findsWarmup;

    @Option(names = "--exact-steps", description = "Walk through every iteration of a batch; slower, the same digits.")
    private boolean isExact;

    @Option(
            names = "--time-decisions",
            description = "Tell on standard error how long each policy takes to decide, on this machine.")
    private boolean isTimed;

    @Option(names = "--audit", description = "Check the costly invariants, too.")
    private boolean isAudited;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the results (default: results/runs/ and the run's id, below where you are).")
    private @Nullable Path out;

    @Option(
            names = "--requests",
            arity = "0..1",
            fallbackValue = "parquet",
            paramLabel = "FORMAT",
            converter = TableFormat.Converter.class,
            preprocessor = OnlyAttached.class,
            description = "Write every request to requests.parquet, or with --requests=csv to requests.csv.")
    private @Nullable TableFormat requestFormat;

    @Option(
            names = "--decisions",
            arity = "0..1",
            fallbackValue = "1000",
            paramLabel = "N",
            preprocessor = OnlyAttached.class,
            description =
                    "Write decisions about places to decisions.jsonl: all that found no lawful place or broke a rule, and one "
                            + "of N others (default: one of 1000), for explain and audit verify.")
    private int decisions;

    @Mixin
    private ExternalOption external = new ExternalOption();

    @Option(
            names = "--record-decisions",
            description =
                    "Write what every policy decides to choices/, for --replay; external policies' are always written.")
    private boolean isRecorded;

    @Option(
            names = "--replay",
            paramLabel = "DIR",
            description = "Decide as in this run, where it has decisions; no program is started for them.")
    private @Nullable Path replay;

    @Option(
            names = "--series",
            paramLabel = "FORMAT",
            converter = TableFormat.Converter.class,
            description = "Write the values over time to series.csv (csv, the default) or series.parquet (parquet).")
    private TableFormat seriesFormat = TableFormat.CSV;

    @Option(
            names = "--optimum",
            description = "Write how far each policy is from what none can beat to optimum.csv (see tafsim optimum).")
    private boolean hasOptimum;

    @Mixin
    private FigureOptions figures = new FigureOptions();

    @Option(names = "--no-report", description = "Write no report.html.")
    private boolean isWithoutReport;

    @Option(
            names = {"-w", "--watch"},
            description = "Show what comes out while the runs go on, on standard error.")
    private boolean isWatched;

    @Option(names = "--json", description = "Print the summary as JSON in place of the table.")
    private boolean isJson;

    @Mixin
    private ProgressOption progressOption = new ProgressOption();

    public RunCommand(Terminal terminal, ScenarioEngine engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        threads.check();
        if (decisions < 0) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--decisions (%d) must be at least 1.".formatted(decisions));
        }
        if (isWatched && progressOption.isQuiet()) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--watch shows what --quiet hides; give one.");
        }
        try (OpenPolicies open = policyOptions.open(terminal)) {
            PolicySet policies = open.set();
            Scenario scenario = choices.applyTo(options.read(file, policies), policies);
            PolicyCheck.check(file, scenario, policies);
            checkPrograms(scenario);
            Interruption.guard(() -> run(findsWarmup ? withWarmup(scenario, policies) : scenario, policies));
        }
        return ExitCodes.OK;
    }

    private Scenario withWarmup(Scenario scenario, PolicySet policies) {
        WarmupPilot.Finding finding = WarmupPilot.find(
                scenario,
                pilot -> engine.task(
                        pilot,
                        ScenarioOptions.traces(file),
                        policies,
                        ExternalOption.routing(pilot, file, policies, terminal),
                        RunOptions.DEFAULT));
        terminal.err().println("Warm-up found: %d s".formatted(finding.warmupNanos() / 1_000_000_000L));
        tellUnsettled(finding.unsettled(), "did not settle in the time of a run; run longer, or ask for less load");
        return scenario.with(scenario.run().withWarmup(finding.warmupNanos()));
    }

    private void tellUnsettled(List<String> policies, String what) {
        if (!policies.isEmpty()) {
            terminal.err().println("Warning: %s %s.".formatted(String.join(", ", policies), what));
        }
    }

    private void run(Scenario scenario, PolicySet policies) throws IOException, InterruptedException {
        Inputs inputs = Inputs.of(scenario, ScenarioReader.folderOf(file));
        String resolved = ResolvedScenarioWriter.yaml(inputs.pinned());
        Provenance provenance =
                new Provenance(Optional.of(Files.readString(file)), inputs, Environment.ofThisProcess(Version.build()));
        PluginList plugins = PluginList.of(policies).usedBy(scenario);
        RunId id = RunId.of(scenario.name(), resolved + plugins.identity(), Version.text());
        RunInfo info = RunInfo.of(scenario, id, Version.text(), plugins, settings());
        RunFolder folder = out == null ? RunFolder.in(RUNS, id) : RunFolder.at(out);
        try (RunDraft draft = folder.begin(info, Host.ofThisProcess())) {
            List<RunResult> results = simulate(scenario, policies, draft);
            tellUnsettled(
                    WarmupPilot.unsettled(scenario.run(), results),
                    "had not settled at the end of the warm-up, by MSER-5; try --find-warmup");
            SummaryTable summary = SummaryTable.of(results);
            new ResultFiles(draft, seriesFormat.seriesFile()).write(resolved, results, summary);
            if (hasOptimum) {
                draft.write(OptimumCsv.FILE, OptimumCsv.text(gaps(scenario, policies, results)));
            }
            provenance.write(draft, policies);
            FigureFiles.write(draft, figures.formats(), scenario, results, summary)
                    .ifPresent(terminal.err()::println);
            draft.end();
            if (!isWithoutReport) {
                draft.write(Page.FILE, Page.of(draft.folder()).bytes());
            }
            Path written = draft.publish();
            if (isJson) {
                List<Difference> differences = Comparison.againstFirst(results, summary.confidence());
                terminal.out().print(SummaryJson.text(info, summary, differences));
            } else {
                new RunPrinter(terminal).print(file, scenario, results, summary, written);
            }
        }
    }

    private GapTable gaps(Scenario scenario, PolicySet policies, List<RunResult> results) throws InterruptedException {
        Simulation simulation = OptimumCommand.simulation(scenario, policies, file);
        return GapTable.of(results, BoundsRunner.run(simulation, scenario, threads.count()), GapTable.Exact.NONE);
    }

    private List<RunResult> simulate(Scenario scenario, PolicySet policies, RunDraft draft)
            throws IOException, InterruptedException {
        RunOptions how =
                new RunOptions(kernel.kind(), isExact ? StepMode.EXACT_STEPS : StepMode.CLOSED_FORM, isAudited);
        DecisionTimes times = new DecisionTimes(scenario.policies());
        RunRouting live = routing(scenario, policies, draft);
        RunRouting routing = isTimed ? times.timing(live) : live;
        Optional<WatchDisplay> watch = isWatched ? Optional.of(WatchDisplay.of(terminal, scenario)) : Optional.empty();
        RunObserver observer = watch.map(WatchDisplay::observer).orElse(RunObserver.NONE);
        try (ProgressDisplay progress = watch.<ProgressDisplay>map(display -> display)
                        .orElseGet(() -> progressOption.display(terminal));
                RequestFile requests = requestFile(scenario, policies, draft)) {
            RunTask bare =
                    engine.task(scenario, ScenarioOptions.traces(file), policies, routing, how.observedBy(observer));
            RunTask task = watch.map(display -> display.watching(bare)).orElse(bare);
            SampleCsv sample = new SampleCsv(requests, scenario.hasSessions());
            List<RunResult> results = new ReplicationRunner(threads.count(), progress)
                    .run(scenario.policies(), scenario.run().replications(), task, sample);
            requests.complete();
            sample.write(draft);
            times.lines().forEach(terminal.err()::println);
            return results;
        }
    }

    /** Recorded decisions where they are named, else policies; what programs decide is always recorded. */
    private RunRouting routing(Scenario scenario, PolicySet policies, RunDraft draft) throws IOException {
        RunRouting live = ExternalOption.routing(scenario, file, policies, terminal);
        return new RecordedRouting(
                replay == null ? live : new ReplayedRouting(new ChoiceFolder(replay), live),
                policy -> isRecorded || ExternalOption.isExternal(policy),
                (policy, replication) -> draft.create(ChoiceFiles.nameOf(scenario.policies(), policy, replication)));
    }

    private void checkPrograms(Scenario scenario) throws IOException {
        if (replay == null) {
            external.check(scenario.policies(), policy -> false);
            return;
        }
        ChoiceFolder recorded = new ChoiceFolder(replay);
        external.check(
                scenario.policies(),
                policy -> recorded.has(policy, scenario.run().replications()));
    }

    private RequestFile requestFile(Scenario scenario, PolicySet policies, RunDraft draft) throws IOException {
        RequestFile requests = TableFormat.requestFile(requestFormat, draft, scenario.hasSessions());
        return decisions == 0
                ? requests
                : new DecisionFile(
                        draft,
                        requests,
                        new Simulation(scenario, ScenarioOptions.traces(file), Randomness.COMMON, policies),
                        decisions);
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("kernel", Words.wordOf(kernel.kind()));
        settings.put("threads", String.valueOf(threads.count()));
        settings.put("steps", isExact ? "exact" : "closed-form");
        settings.put("audit", String.valueOf(isAudited));
        return settings;
    }
}
