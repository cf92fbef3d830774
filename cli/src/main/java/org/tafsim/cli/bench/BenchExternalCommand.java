package org.tafsim.cli.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Scenario;
import org.tafsim.plugins.PolicyRouting;
import org.tafsim.plugins.RunRouting.Opened;
import org.tafsim.plugins.process.ExternalRouting;
import org.tafsim.policies.PolicySet;
import org.tafsim.policies.external.ExternalPolicyType;
import org.tafsim.policies.external.ExternalSettings;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.scenario.KnownPolicies;
import org.tafsim.scenario.ScenarioReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import umontreal.ssj.rng.RandomStream;

/** How long a program takes to be asked and to answer. */
@Command(
        name = "external",
        header = "Time an external policy: question and answer, in wall time.",
        description =
                "Starts the program, asks it about made-up requests, and looks at the clock before and after each. The "
                        + "first half of the decisions warms up.%n",
        footer = {
            "  tafsim bench external \"python3 policies/python/examples/least_waiting.py\"",
            "  tafsim bench external ./mine --candidates 500"
        })
public final class BenchExternalCommand implements Callable<Integer> {

    private static final String TEXT = """
            apiVersion: tafsim/v1
            kind: Scenario
            name: bench-external
            run: {duration: 1 h}
            operators: [{id: telco, seat: DE}]
            sites: [{id: edge, city: Munich, tier: near-edge, operator: telco, accelerators: {L40S: %1$d}, serve: [{model: llama-3.1-8b, precision: fp8, replicas: %1$d}]}]
            populations: [{id: munich, city: Munich, access: sa-midband, upf: local}]
            apps: [{id: chat, model: llama-3.1-8b, class: PER, arrivals: {rate: 1 /s}, prompt: 512, output: 128}]
            policies: [nearest]
            """;

    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "COMMAND", description = "The program and its arguments, as one word; it is started here.")
    private String command = "";

    @Option(
            names = "--decisions",
            paramLabel = "N",
            defaultValue = "20000",
            description = "How many to time (default: ${DEFAULT-VALUE}).")
    private int decisions;

    @Option(
            names = "--candidates",
            paramLabel = "N",
            defaultValue = "10",
            description = "For each of them (default: ${DEFAULT-VALUE}).")
    private int candidates;

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    public BenchExternalCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        require(decisions > 1, "--decisions (%d) must be at least 2.".formatted(decisions));
        require(
                candidates > 0 && candidates <= 10_000,
                "--candidates (%d) must be from 1 to 10000.".formatted(candidates));
        Plain context = new Plain(Map.of("command", command));
        try {
            ExternalSettings.of(context);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        RoundTrips line = RoundTrips.of(candidates, time(context));
        if (isJson) {
            Json.print(terminal.out(), line);
        } else {
            line.print(terminal);
        }
        return ExitCodes.OK;
    }

    private long[] time(Plain context) throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Scenario scenario = new ScenarioReader(KnownPolicies.of(PolicySet.shipped()))
                .read("bench-external", TEXT.formatted(candidates), List.of(), here);
        PolicySpec policy = new PolicySpec("bench", ExternalPolicyType.ID, context.parameters());
        ExternalRouting routing = new ExternalRouting(
                new PolicyRouting(PolicySet.shipped()),
                scenario,
                here,
                line -> terminal.err().println(line));
        try (Opened opened = routing.open(policy, 0)) {
            return time(opened.type().create(context), scenario);
        }
    }

    private long[] time(RoutingPolicy policy, Scenario scenario) {
        long[] nanos = new long[decisions];
        MadeUpCandidates view = new MadeUpCandidates(scenario);
        for (int i = 0; i < decisions; i++) {
            view.next(i);
            long start = System.nanoTime();
            policy.route(view, view);
            nanos[i] = System.nanoTime() - start;
        }
        return nanos;
    }

    private void require(boolean holds, String message) {
        if (!holds) {
            throw new CommandLine.ParameterException(spec.commandLine(), message);
        }
    }

    private record Plain(Map<String, String> parameters) implements PolicyContext {
        @Override
        public RandomStream stream(String name) {
            throw new IllegalStateException("A program draws from no stream (%s).".formatted(name));
        }
    }

    /** The figures, of the second half. */
    record RoundTrips(
            int candidates,
            int timed,
            BigDecimal meanMicros,
            BigDecimal p50Micros,
            BigDecimal p99Micros,
            BigDecimal mostMicros) {

        static RoundTrips of(int candidates, long[] nanos) {
            long[] warm = Arrays.copyOfRange(nanos, nanos.length / 2, nanos.length);
            Arrays.sort(warm);
            return new RoundTrips(
                    candidates,
                    warm.length,
                    micros(Arrays.stream(warm).average().orElse(0)),
                    micros((double) warm[warm.length / 2]),
                    micros((double) warm[(int) (0.99 * (warm.length - 1))]),
                    micros((double) warm[warm.length - 1]));
        }

        private static BigDecimal micros(double nanos) {
            return Json.decimal(nanos / 1e3, 1);
        }

        void print(Terminal terminal) {
            TextTable table =
                    TextTable.of("candidates#", "decisions#", "mean, us#", "p50, us#", "p99, us#", "most, us#");
            table.add(
                    String.valueOf(candidates),
                    String.valueOf(timed),
                    meanMicros.toPlainString(),
                    p50Micros.toPlainString(),
                    p99Micros.toPlainString(),
                    mostMicros.toPlainString());
            table.print(terminal.out(), terminal.outAnsi());
        }
    }
}
