package org.tafsim.cli.league;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Interruption;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.ProgressDisplay;
import org.tafsim.cli.console.ProgressOption;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.plugin.OpenPolicies;
import org.tafsim.cli.plugin.PolicyOptions;
import org.tafsim.cli.run.ScenarioEngine;
import org.tafsim.cli.run.ThreadsOption;
import org.tafsim.cli.scenario.ScenarioOptions;
import org.tafsim.engine.RunOptions;
import org.tafsim.experiment.NewFiles;
import org.tafsim.experiment.ScenarioReaders;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.experiment.league.Ground;
import org.tafsim.experiment.league.League;
import org.tafsim.experiment.league.LeagueCsv;
import org.tafsim.experiment.league.Tournament;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.RunSpec;
import org.tafsim.model.Scenario;
import org.tafsim.plugins.PolicyRouting;
import org.tafsim.policies.PolicySet;
import org.tafsim.scenario.trace.TraceFiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** All policies on all scenarios. */
@Command(
        name = "tournament",
        header = "Play all policies on all scenarios, and write a league table.",
        description =
                "All policies see the same requests. A policy's place in a scenario is 1 + the number of policies found better: by "
                        + "SLO attainment, where no difference is found in that by the 95th percentile of end-to-end time; Holm's test "
                        + "over all pairs. Policies have their default parameters. Writes league.csv and matches.csv, the same to the "
                        + "byte whatever the threads.%n",
        footer = {
            "  tafsim tournament --quick",
            "  tafsim tournament --scenarios city,voice-agent --replications 20",
            "  tafsim tournament --quick --policies least-loaded,power-of-two,latency-greedy --json",
            "  tafsim tournament --quick --kind order --scenarios overloaded-edge"
        })
public final class TournamentCommand implements Callable<Integer> {

    private static final Path FOLDER = Path.of("results", "tournament");

    private final Terminal terminal;
    private final ScenarioEngine engine;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private PolicyOptions policyOptions = new PolicyOptions();

    @Option(
            names = "--scenarios",
            split = ",",
            paramLabel = "NAME",
            description = "Only these: names of files in scenarios/, or paths of files (default: all in scenarios/).")
    private List<String> scenarios = new ArrayList<>();

    @Option(
            names = "--policies",
            split = ",",
            paramLabel = "NAME",
            description = "Only these: ids as `tafsim policies --kind KIND` lists them (default: all).")
    private List<String> policies = new ArrayList<>();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = Entrants.ROUTING,
            description =
                    "What the policies decide: routing, admission, order, eviction, scaling or deployment (default: "
                            + "${DEFAULT-VALUE}). Those that do not route stand beside " + Entrants.ROUTER
                            + ", which plays alone, too; "
                            + "deployment beside " + Entrants.SCALER + ".")
    private String kind = Entrants.ROUTING;

    @Option(
            names = "--quick",
            description = "Only the beginning of each scenario, about " + QuickRun.MOST_REQUESTS + " requests, and "
                    + QuickRun.REPLICATIONS + " replications.")
    private boolean isQuick;

    @Option(
            names = "--replications",
            paramLabel = "N",
            description = "Of every policy in every scenario, at least 2 (default: the scenario's).")
    private @Nullable Integer replications;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the results (default: results/tournament, below where you are).")
    private Path out = FOLDER;

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    @Mixin
    private ProgressOption progressOption = new ProgressOption();

    public TournamentCommand(Terminal terminal, ScenarioEngine engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        threads.check();
        check(replications == null || replications >= 2, "--replications (%d) must be at least 2.", replications);
        try (OpenPolicies open = policyOptions.open(terminal)) {
            PolicySet there = open.set();
            List<String> notes = new ArrayList<>();
            List<PolicySpec> playing = new Entrants(there, kind).named(policies, notes);
            Field field = Field.of(scenarios, ScenarioReaders.of(there));
            notes.addAll(field.leftOut());
            notes.forEach(note -> terminal.err().println("Left out: " + note));
            Interruption.guard(() -> print(play(field.fixtures(), playing, there), notes));
        }
        return ExitCodes.OK;
    }

    private void check(boolean isRight, String message, @Nullable Integer value) {
        if (!isRight) {
            throw new CommandLine.ParameterException(spec.commandLine(), message.formatted(value));
        }
    }

    private League play(List<Field.Fixture> fixtures, List<PolicySpec> playing, PolicySet there)
            throws InterruptedException {
        try (ProgressDisplay progress = progressOption.display(terminal)) {
            return new Tournament(playing, threads.count(), SummaryTable.CONFIDENCE, progress)
                    .play(fixtures.stream()
                            .map(fixture -> ground(fixture, there))
                            .toList());
        }
    }

    private Ground ground(Field.Fixture fixture, PolicySet there) {
        Scenario scenario = fixture.scenario();
        TraceFiles traces = ScenarioOptions.traces(fixture.file());
        int runs = replications != null
                ? replications
                : isQuick ? QuickRun.REPLICATIONS : Math.max(2, scenario.run().replications());
        return new Ground(scenario.name(), runs, () -> {
            RunSpec run = isQuick ? QuickRun.of(scenario, traces) : scenario.run();
            return engine.task(
                    scenario.with(run, scenario.policies()),
                    traces,
                    there,
                    new PolicyRouting(there),
                    RunOptions.DEFAULT);
        });
    }

    private void print(League league, List<String> notes) throws IOException {
        Files.createDirectories(out);
        NewFiles.write(out.resolve("matches.csv"), LeagueCsv.matches(league).getBytes(StandardCharsets.UTF_8));
        NewFiles.write(out.resolve("league.csv"), LeagueCsv.league(league).getBytes(StandardCharsets.UTF_8));
        if (isJson) {
            Json.print(terminal.out(), LeagueLines.facts(league, notes));
        } else {
            new LeagueLines(terminal).print(league, out);
        }
    }
}
