package org.tafsim.cli.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Interruption;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.ProgressDisplay;
import org.tafsim.cli.console.ProgressOption;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.Words;
import org.tafsim.cli.plugin.OpenPolicies;
import org.tafsim.cli.plugin.PolicyOptions;
import org.tafsim.cli.scenario.PolicyCheck;
import org.tafsim.cli.scenario.ScenarioOptions;
import org.tafsim.engine.MetricNames;
import org.tafsim.engine.RunOptions;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.Better;
import org.tafsim.experiment.Comparison;
import org.tafsim.experiment.Difference;
import org.tafsim.experiment.Ranking;
import org.tafsim.experiment.ReplicationRunner;
import org.tafsim.experiment.RequestLog;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.experiment.analysis.Best;
import org.tafsim.experiment.optimum.BoundsRunner;
import org.tafsim.experiment.optimum.GapSummary;
import org.tafsim.experiment.optimum.GapTable;
import org.tafsim.experiment.optimum.ReplicationBounds;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Scenario;
import org.tafsim.policies.PolicySet;
import org.tafsim.scenario.source.Suggestions;
import org.tafsim.serving.StepMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which policy is best for a scenario, and how sure that is. */
@Command(
        name = "compare",
        header = "Rank policies by one metric, and say how sure that is; nothing is written.",
        description =
                "All policies see the same requests, so that differences are taken in pairs of replications. A policy is worse "
                        + "than the first where Holm's test over all of them finds a difference; the probability that the first is the "
                        + "best is a lower bound, from the paired differences. More replications make it surer.%n",
        footer = {
            "  tafsim compare scenarios/overloaded-edge.yaml --policies nearest,power-of-two,latency-greedy",
            "  tafsim compare scenarios/city.yaml --metric ttft_p95 --replications 20",
            "  tafsim compare scenarios/edge-vs-cloud.yaml --baseline cloud-only --json"
        })
public final class CompareCommand implements Callable<Integer> {

    private static final String USUAL_METRIC = "slo_attainment";

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

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            description = "What to rank by (default: slo_attainment). See results/README.md.")
    private String metric = USUAL_METRIC;

    @Option(
            names = "--best",
            paramLabel = "END",
            converter = Ends.class,
            description = "largest or smallest (default: as the metric is meant).")
    private @Nullable Best best;

    @Option(
            names = "--baseline",
            paramLabel = "NAME",
            description = "Against which differences in other metrics are told (default: the first that is compared).")
    private @Nullable String baseline;

    @Option(
            names = "--optimum",
            description = "Say too how far each policy is from what none can beat (see tafsim optimum).")
    private boolean hasOptimum;

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    @Mixin
    private ProgressOption progressOption = new ProgressOption();

    static final class Ends extends Words<Best> {
        Ends() {
            super(Best.class);
        }
    }

    public CompareCommand(Terminal terminal, ScenarioEngine engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        threads.check();
        try (OpenPolicies policies = policyOptions.open(terminal)) {
            Scenario scenario = choices.applyTo(options.read(file, policies.set()), policies.set());
            PolicyCheck.check(file, scenario, policies.set());
            check(scenario);
            external.check(scenario.policies(), policy -> false);
            Interruption.guard(() -> {
                List<RunResult> results = simulate(scenario, policies.set());
                print(scenario, results, hasOptimum ? gaps(scenario, policies.set(), results) : List.of());
            });
        }
        return ExitCodes.OK;
    }

    private void check(Scenario scenario) {
        List<String> problems = new ArrayList<>();
        List<String> labels =
                scenario.policies().stream().map(PolicySpec::label).toList();
        if (labels.size() < 2) {
            problems.add("a comparison needs two policies at least; the scenario has %d. Maybe --policies a,b?"
                    .formatted(labels.size()));
        }
        if (scenario.run().replications() < 2) {
            problems.add("a comparison needs two replications at least. Maybe --replications 10?");
        }
        if (!MetricNames.OF_ALL_REQUESTS.contains(metric)) {
            problems.add("--metric: there is no metric '%s'.%s"
                    .formatted(
                            metric,
                            Suggestions.maybe(metric, MetricNames.OF_ALL_REQUESTS)
                                    .map(" "::concat)
                                    .orElse("")));
        }
        if (baseline != null && !labels.contains(baseline)) {
            problems.add("--baseline: '%s' is not compared. %s"
                    .formatted(
                            baseline,
                            Suggestions.maybe(baseline, labels)
                                    .orElse("Expected one of " + String.join(", ", labels) + ".")));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(String.join("\n", problems));
        }
    }

    private List<RunResult> simulate(Scenario scenario, PolicySet policies) throws InterruptedException {
        RunOptions how = new RunOptions(RunOptions.DEFAULT.kernel(), StepMode.CLOSED_FORM, false);
        try (ProgressDisplay progress = progressOption.display(terminal)) {
            return new ReplicationRunner(threads.count(), progress)
                    .run(
                            scenario.policies(),
                            scenario.run().replications(),
                            engine.task(
                                    scenario,
                                    ScenarioOptions.traces(file),
                                    policies,
                                    ExternalOption.routing(scenario, file, policies, terminal),
                                    how),
                            RequestLog.NONE);
        }
    }

    private List<GapSummary> gaps(Scenario scenario, PolicySet policies, List<RunResult> results)
            throws InterruptedException {
        List<ReplicationBounds> bounds =
                BoundsRunner.run(OptimumCommand.simulation(scenario, policies, file), scenario, threads.count());
        return GapTable.of(results, bounds, GapTable.Exact.NONE).summary(SummaryTable.CONFIDENCE);
    }

    private void print(Scenario scenario, List<RunResult> results, List<GapSummary> gaps) {
        boolean isHigherBetter = best == null ? Better.of(metric) == Better.HIGHER : best == Best.LARGEST;
        Ranking ranking = ranking(results, isHigherBetter);
        String against =
                Optional.ofNullable(baseline).orElse(scenario.policies().get(0).label());
        List<Difference> differences = Comparison.against(against, results, SummaryTable.CONFIDENCE);
        if (isJson) {
            Map<String, Object> facts = ComparisonLines.facts(scenario, ranking, differences);
            if (hasOptimum) {
                facts.put("optimum", GapLines.facts(gaps));
            }
            Json.print(terminal.out(), facts);
        } else {
            new ComparisonLines(terminal).print(scenario, ranking, against, differences);
            if (hasOptimum) {
                terminal.out().println();
                new GapLines(terminal).print(gaps);
            }
        }
    }

    private Ranking ranking(List<RunResult> results, boolean isHigherBetter) {
        try {
            return Ranking.of(results, metric, isHigherBetter, SummaryTable.CONFIDENCE);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("--metric: " + e.getMessage());
        }
    }
}
