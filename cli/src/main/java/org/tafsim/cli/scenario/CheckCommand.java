package org.tafsim.cli.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.plugin.OpenPolicies;
import org.tafsim.cli.plugin.PolicyOptions;
import org.tafsim.model.Scenario;
import org.tafsim.policies.PolicySet;
import org.tafsim.scenario.ScenarioException;
import org.tafsim.scenario.source.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads scenarios without running them. */
@Command(
        name = "check",
        header = "Say everything that is wrong with scenarios, or what they hold.",
        description =
                "Reads scenarios without running them. Each problem is one line, file:line:column: key: what is wrong and "
                        + "what was perhaps meant. What holds is summed up: sites, replicas, KV caches, and the load that the "
                        + "first replication would offer.%n",
        footer = {
            "  tafsim check scenarios/*.yaml",
            "  tafsim check my-network.yaml --json",
            "  tafsim check scenarios/hello.yaml --set 'apps[*].arrivals.rate=20 /s'"
        })
public final class CheckCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "SCENARIO", description = "YAML files.")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private ScenarioOptions options = new ScenarioOptions();

    @Mixin
    private PolicyOptions policyOptions = new PolicyOptions();

    @Option(
            names = {"-q", "--quiet"},
            description = "Only the verdicts.")
    private boolean isQuiet;

    @Option(names = "--json", description = "Print what every file holds, or what is wrong with it, as JSON.")
    private boolean isJson;

    public CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (OpenPolicies policies = policyOptions.open(terminal)) {
            return check(policies.set());
        }
    }

    private int check(PolicySet policies) {
        List<Problem> problems = new ArrayList<>();
        List<Map<String, Object>> facts = new ArrayList<>();
        for (Path file : files) {
            try {
                Scenario scenario = options.read(file, policies);
                PolicyCheck.check(file, scenario, policies);
                facts.add(ScenarioFacts.of(file, scenario));
                if (!isJson) {
                    report(file, scenario);
                }
            } catch (ScenarioException e) {
                facts.add(ScenarioFacts.of(file, e.problems()));
                problems.addAll(e.problems());
            }
        }
        if (isJson) {
            Json.print(terminal.out(), facts);
            return problems.isEmpty() ? ExitCodes.OK : ExitCodes.INVALID_INPUT;
        }
        if (problems.isEmpty()) {
            return ExitCodes.OK;
        }
        throw new ScenarioException(problems);
    }

    private void report(Path file, Scenario scenario) {
        terminal.out().println(file + ": ok");
        if (!isQuiet) {
            terminal.out().println();
            new ScenarioSummary(scenario, ScenarioOptions.traces(file)).print(terminal.out(), terminal.outAnsi());
            terminal.out().println();
        }
        terminal.out().flush(); // before the problems of others
        Budgets.exceeded(scenario).forEach(what -> terminal.err().println("Warning: %s: %s.".formatted(file, what)));
    }
}
