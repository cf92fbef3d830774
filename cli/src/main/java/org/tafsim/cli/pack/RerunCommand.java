package org.tafsim.cli.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Interruption;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.ProgressDisplay;
import org.tafsim.cli.console.ProgressOption;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.Version;
import org.tafsim.cli.plugin.OpenPolicies;
import org.tafsim.cli.plugin.PolicyOptions;
import org.tafsim.cli.run.ScenarioEngine;
import org.tafsim.cli.run.ThreadsOption;
import org.tafsim.engine.Randomness;
import org.tafsim.engine.RunOptions;
import org.tafsim.engine.Simulation;
import org.tafsim.experiment.RunTask;
import org.tafsim.experiment.SimulationTask;
import org.tafsim.experiment.pack.PackageRerun;
import org.tafsim.experiment.pack.RerunEngine;
import org.tafsim.experiment.pack.RerunOptions;
import org.tafsim.experiment.pack.RerunReport;
import org.tafsim.experiment.pack.Verdict;
import org.tafsim.model.Scenario;
import org.tafsim.plugins.PolicyRouting;
import org.tafsim.plugins.RunRouting;
import org.tafsim.plugins.recorded.ReplayedRouting;
import org.tafsim.policies.PolicySet;
import org.tafsim.workload.TraceOpener;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a package again. */
@Command(
        name = "rerun",
        header = "Check a package of results, simulate it again and compare.",
        description = "Three verdicts: identical (the same bytes), statistically equal (no metric differs by more than "
                + "chance explains), different (with the first metric that differs).%n",
        footer = {
            "  tafsim rerun hello.zip",
            "  tafsim rerun hello.zip --sample 1",
            "  tafsim rerun day.zip --inputs traces --out day-again"
        })
public final class RerunCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final ScenarioEngine engine;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A package, as made by pack.")
    private Path zip = Path.of("");

    @Option(
            names = "--sample",
            paramLabel = "N",
            description = "Only the first N replications of a run, or N tasks of a sweep, evenly spread.")
    private @Nullable Integer sample;

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Option(names = "--inputs", paramLabel = "DIR", description = "Folder with traces that the package leaves out.")
    private @Nullable Path inputs;

    @Mixin
    private PolicyOptions policyOptions = new PolicyOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "Write the new results of a run here.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print the verdict as JSON.")
    private boolean isJson;

    @Mixin
    private ProgressOption progressOption = new ProgressOption();

    public RerunCommand(Terminal terminal, ScenarioEngine engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        threads.check();
        PackageFile.existing(zip);
        RerunOptions options = options();
        int[] code = new int[1];
        try (OpenPolicies policies = policyOptions.open(terminal)) {
            Interruption.guard(() -> code[0] = run(options, policies.set()));
        }
        return code[0];
    }

    private RerunOptions options() {
        try {
            return new RerunOptions(
                    sample == null ? OptionalInt.empty() : OptionalInt.of(sample),
                    Optional.ofNullable(inputs),
                    Optional.ofNullable(out));
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private CommandLine.ParameterException wrong(String what) {
        return new CommandLine.ParameterException(spec.commandLine(), what);
    }

    private int run(RerunOptions options, PolicySet policies) throws IOException, InterruptedException {
        RerunReport report;
        try (ProgressDisplay progress = progressOption.display(terminal)) {
            RerunEngine again = (scenario, traces, randomness, recorded) -> task(
                    scenario, traces, randomness, policies, new ReplayedRouting(recorded, new PolicyRouting(policies)));
            report = new PackageRerun(again, policies, Version.build(), threads.count(), progress).run(zip, options);
        }
        if (isJson) {
            Json.print(terminal.out(), facts(report));
        } else {
            print(report);
        }
        boolean isReproduced = report.verdict().filter(Verdict::isReproduced).isPresent();
        return isReproduced ? ExitCodes.OK : ExitCodes.MISMATCH;
    }

    private RunTask task(
            Scenario scenario, TraceOpener traces, Randomness randomness, PolicySet policies, RunRouting routing) {
        return randomness == Randomness.COMMON
                ? engine.task(scenario, traces, policies, routing, RunOptions.DEFAULT)
                : new SimulationTask(
                        new Simulation(scenario, traces, randomness, policies), policies, routing, RunOptions.DEFAULT);
    }

    private void print(RerunReport report) {
        if (report.verdict().isEmpty()) {
            new CheckPrinter(terminal).print(zip, report.check());
            terminal.out().println("Nothing was run: the package is not sound.");
            return;
        }
        report.versionNote().ifPresent(note -> terminal.err().println("Note: " + note));
        Verdict verdict = report.verdict().get();
        terminal.out().println("%s: %s".formatted(zip, report.check().id()));
        terminal.out().println("Simulated again: " + report.ran());
        terminal.out().println("%s: %s".formatted(word(verdict), verdict.text()));
    }

    private Map<String, Object> facts(RerunReport report) {
        Map<String, Object> facts = new LinkedHashMap<>(CheckPrinter.facts(zip, report.check()));
        facts.put("verdict", report.verdict().map(RerunCommand::word).orElse("not run"));
        facts.put("detail", report.verdict().map(Verdict::text).orElse(""));
        facts.put("simulated", report.ran());
        return facts;
    }

    private static String word(Verdict verdict) {
        return verdict.kind() == Verdict.Kind.EQUAL
                ? "statistically equal"
                : verdict.kind().name().toLowerCase(Locale.ROOT);
    }
}
