package org.tafsim.cli.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Interruption;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.ProgressDisplay;
import org.tafsim.cli.console.ProgressOption;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.plugin.OpenPolicies;
import org.tafsim.cli.plugin.PolicyOptions;
import org.tafsim.cli.scenario.PolicyCheck;
import org.tafsim.cli.scenario.ScenarioOptions;
import org.tafsim.engine.Randomness;
import org.tafsim.engine.RunOptions;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.Simulation;
import org.tafsim.experiment.ReplicationRunner;
import org.tafsim.experiment.RequestLog;
import org.tafsim.experiment.RunTask;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.experiment.optimum.BoundsRunner;
import org.tafsim.experiment.optimum.ClosedCase;
import org.tafsim.experiment.optimum.ExactOptimum;
import org.tafsim.experiment.optimum.GapSummary;
import org.tafsim.experiment.optimum.GapTable;
import org.tafsim.experiment.optimum.Objective;
import org.tafsim.experiment.optimum.ReplicationBounds;
import org.tafsim.model.Scenario;
import org.tafsim.policies.PolicySet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How far policies are from what no policy can beat. */
@Command(
        name = "optimum",
        header = "Say how far policies are from what no policy can beat; nothing is written.",
        description =
                "The least mean latencies and the most promises kept, by a linear relaxation over the requests of each replication: "
                        + "capacity is taken as if every batch were as good as can be. With --exact, small cases (at most 12 requests) are "
                        + "solved: the best decisions of one who knows all requests beforehand.%n",
        footer = {
            "  tafsim optimum scenarios/edge-vs-cloud.yaml",
            "  tafsim optimum scenarios/hello.yaml --policies nearest,latency-greedy --replications 20 --json",
            "  tafsim optimum scenarios/hello.yaml --exact --set run.warmup='0 s' --set run.duration='6 s'"
        })
public final class OptimumCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final ScenarioEngine engine;

    @Parameters(paramLabel = "SCENARIO", description = "YAML file.")
    private Path file = Path.of("");

    @Mixin
    private ScenarioOptions options = new ScenarioOptions();

    @Mixin
    private RunChoices choices = new RunChoices();

    @Mixin
    private PolicyOptions policyOptions = new PolicyOptions();

    @Mixin
    private ExternalOption external = new ExternalOption();

    @Option(names = "--exact", description = "Solve it, where it has few requests; later ones are turned away.")
    private boolean isExact;

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    @Mixin
    private ProgressOption progressOption = new ProgressOption();

    public OptimumCommand(Terminal terminal, ScenarioEngine engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        threads.check();
        try (OpenPolicies policies = policyOptions.open(terminal)) {
            Scenario scenario = choices.applyTo(options.read(file, policies.set()), policies.set());
            PolicyCheck.check(file, scenario, policies.set());
            external.check(scenario.policies(), policy -> false);
            Interruption.guard(() -> print(scenario, gaps(scenario, policies.set())));
        }
        return ExitCodes.OK;
    }

    private List<GapSummary> gaps(Scenario scenario, PolicySet policies) throws InterruptedException {
        Simulation simulation = simulation(scenario, policies, file);
        List<ReplicationBounds> bounds = BoundsRunner.run(simulation, scenario, threads.count());
        List<Map<Objective, OptionalDouble>> optima = isExact ? solve(simulation, scenario) : List.of();
        GapTable.Exact exact = isExact
                ? (objective, result) ->
                        Objects.requireNonNull(optima.get(result.replication()).get(objective))
                : GapTable.Exact.NONE;
        RunTask task = isExact
                ? closed(simulation, policies, scenario)
                : engine.task(
                        scenario,
                        ScenarioOptions.traces(file),
                        policies,
                        ExternalOption.routing(scenario, file, policies, terminal),
                        RunOptions.DEFAULT);
        try (ProgressDisplay progress = progressOption.display(terminal)) {
            List<RunResult> results = new ReplicationRunner(threads.count(), progress)
                    .run(scenario.policies(), scenario.run().replications(), task, RequestLog.NONE);
            return GapTable.of(results, bounds, exact).summary(SummaryTable.CONFIDENCE);
        }
    }

    /** A scenario, to be asked for what its replications ask for. */
    static Simulation simulation(Scenario scenario, PolicySet policies, Path file) {
        return new Simulation(scenario, ScenarioOptions.traces(file), Randomness.COMMON, policies);
    }

    private static RunTask closed(Simulation simulation, PolicySet policies, Scenario scenario) {
        return (policy, replication, sink) -> simulation.run(
                policy,
                new ClosedCase(
                        policies.routing(policy.type()).orElseThrow(),
                        scenario.run().horizonNanos()),
                replication,
                RunOptions.DEFAULT,
                sink);
    }

    private List<Map<Objective, OptionalDouble>> solve(Simulation simulation, Scenario scenario) {
        List<Map<Objective, OptionalDouble>> optima = new ArrayList<>();
        try {
            for (int replication = 0; replication < scenario.run().replications(); replication++) {
                ExactOptimum optimum = ExactOptimum.of(simulation, scenario, replication);
                Map<Objective, OptionalDouble> best = new EnumMap<>(Objective.class);
                for (Objective objective : Objective.values()) {
                    best.put(
                            objective,
                            optimum.best(objective)
                                    .map(found -> OptionalDouble.of(found.value()))
                                    .orElse(OptionalDouble.empty()));
                }
                optima.add(best);
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new InvalidInputException("--exact: " + e.getMessage());
        }
        return optima;
    }

    private void print(Scenario scenario, List<GapSummary> gaps) {
        if (isJson) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("scenario", scenario.name());
            facts.put("replications", scenario.run().replications());
            facts.put("gaps", GapLines.facts(gaps));
            Json.print(terminal.out(), facts);
            return;
        }
        terminal.out()
                .println(terminal.outAnsi().string("@|bold " + scenario.name() + "|@")
                        + ", against what no policy can beat, " + scenario.run().replications()
                        + " replications, the same requests for all");
        terminal.out().println();
        new GapLines(terminal).print(gaps);
    }
}
