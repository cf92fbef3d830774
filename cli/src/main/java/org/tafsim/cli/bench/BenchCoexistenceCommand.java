package org.tafsim.cli.bench;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tafsim.cli.bench.CpuClock.Timed;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.engine.Randomness;
import org.tafsim.engine.RunOptions;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.Simulation;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Scenario;
import org.tafsim.policies.PolicySet;
import org.tafsim.policies.ShippedPolicies;
import org.tafsim.policy.RoutingPolicyType;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What RAN, faults and accounts of energy cost a long run of many sites. */
@Command(
        name = "coexistence",
        header = "Time what RAN, faults and energy add to a day of many sites.",
        description =
                "Runs far-edge sites of twenty cities, each with eight cells and AI in turns on one GH200 and AI on another, and a region behind them: without "
                        + "RAN, faults and tariffs, with them, and without again, by now as warm. About five minutes.%n",
        footer = {"  tafsim bench coexistence", "  tafsim bench coexistence --hours 2 --sites 20 --rate 40"})
public final class BenchCoexistenceCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--sites", paramLabel = "N", defaultValue = "200", description = "Default: ${DEFAULT-VALUE}.")
    private int sites;

    @Option(names = "--hours", paramLabel = "N", defaultValue = "24", description = "Default: ${DEFAULT-VALUE}.")
    private int hours;

    @Option(
            names = "--rate",
            paramLabel = "PER_SECOND",
            defaultValue = "400",
            description = "Requests per second, of all sites together (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    public BenchCoexistenceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        require(sites > 0, "--sites (%d) must be positive.".formatted(sites));
        require(hours > 0 && hours <= 1_000, "--hours (%d) must be from 1 to 1000.".formatted(hours));
        require(rate > 0 && rate < 1e5, "--rate (%s) must be positive and under 100,000.".formatted(rate));
        Timed<RunResult> cold = time(false);
        Timed<RunResult> with = time(true);
        Timed<RunResult> without = time(false);
        Line line = new Line(
                sites,
                hours,
                (long) metric(without.result(), "requests"),
                Json.decimal(cold.cpuSeconds(), 1),
                Json.decimal(without.cpuSeconds(), 1),
                Json.decimal(with.cpuSeconds(), 1),
                Json.decimal(with.cpuSeconds() / without.cpuSeconds(), 2),
                without.result().executedEvents(),
                with.result().executedEvents(),
                Json.decimal(metric(with.result(), "harvested_gpu_h"), 0),
                metric(with.result(), "l1_misses_per_million"),
                Json.decimal(metric(with.result(), "slo_attainment"), 4),
                (long) metric(with.result(), "faults"));
        if (isJson) {
            Json.print(terminal.out(), line);
        } else {
            line.print(terminal);
        }
        return ExitCodes.OK;
    }

    private Timed<RunResult> time(boolean coexists) {
        Scenario scenario = CoexistenceScenario.of(sites, hours, rate, coexists);
        Simulation simulation = new Simulation(
                scenario,
                trace -> {
                    throw new IllegalStateException("no trace here");
                },
                Randomness.COMMON,
                PolicySet.shipped());
        PolicySpec policy = scenario.policies().get(0);
        RoutingPolicyType type = ShippedPolicies.find(policy.type()).orElseThrow();
        return CpuClock.time(() -> simulation.run(policy, type, 0, RunOptions.DEFAULT, request -> {}));
    }

    private static double metric(RunResult result, String name) {
        return result.metrics().stream()
                .filter(metric -> metric.scope().equals("all") && metric.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private void require(boolean holds, String message) {
        if (!holds) {
            throw new CommandLine.ParameterException(spec.commandLine(), message);
        }
    }

    /** The figures. */
    record Line(
            int sites,
            int hours,
            long requests,
            BigDecimal coldCpuSeconds,
            BigDecimal withoutCpuSeconds,
            BigDecimal withCpuSeconds,
            BigDecimal ratio,
            long withoutEvents,
            long withEvents,
            BigDecimal harvestedGpuHours,
            double missesPerMillion,
            BigDecimal sloAttainment,
            long faults) {

        void print(Terminal terminal) {
            TextTable table = TextTable.of("run", "events#", "CPU s#");
            table.add("without RAN, faults, energy", String.valueOf(withoutEvents), coldCpuSeconds.toPlainString());
            table.add("with them", String.valueOf(withEvents), withCpuSeconds.toPlainString());
            table.add("without, again", String.valueOf(withoutEvents), withoutCpuSeconds.toPlainString());
            table.print(terminal.out(), terminal.outAnsi());
            terminal.out()
                    .println(String.format(
                            Locale.ROOT,
                            "%n%d sites for %d h, %d requests: they take %s times the CPU. %s GPU-hours harvested, %.3f of a million slots "
                                    + "missed, %d faults; %s of the requests kept their SLO.",
                            sites,
                            hours,
                            requests,
                            ratio.toPlainString(),
                            harvestedGpuHours.toPlainString(),
                            missesPerMillion,
                            faults,
                            sloAttainment.toPlainString()));
        }
    }
}
