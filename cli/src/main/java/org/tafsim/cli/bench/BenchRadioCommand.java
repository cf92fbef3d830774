package org.tafsim.cli.bench;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tafsim.cli.bench.CpuClock.Timed;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.engine.RadioBench;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.Scenario;
import org.tafsim.policies.PolicySet;
import org.tafsim.scenario.KnownPolicies;
import org.tafsim.scenario.ScenarioReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a transfer over the radio costs. */
@Command(
        name = "radio",
        header = "Time transfers over radio cells that share their capacity.",
        description =
                "Sends so many transfers of 100 kB up, in two slices, over a slotted radio with failures, in cells that "
                        + "others use, by users of whom some move; then through UPF and site. Nothing else is simulated.%n",
        footer = {"  tafsim bench radio", "  tafsim bench radio --transfers 5000000 --cells 10000"})
public final class BenchRadioCommand implements Callable<Integer> {

    private static final long BYTES = 100_000;
    private static final double LOAD = 0.6;
    private static final String TEXT = """
            apiVersion: tafsim/v1
            kind: Scenario
            name: bench-radio
            run: {duration: 1 min}
            operators: [{id: telco, seat: DE}]
            sites: [{id: site, city: Munich, tier: near-edge, operator: telco, uplink: 10 Tbit/s, accelerators: {L4: 1}, serve: [{model: llama-3.1-8b, precision: fp8}]}]
            populations:
              - id: users
                city: Munich
                access: slotted-sa-midband
                upf: local
                cells: {profile: midband-100, count: %d, spread: 0.2, background: {uplink: 20 %%}}
                movement: {share: 30 %%, speed: 50 km/h, cellRadius: 250 m}
            apps:
              - {id: plain, model: llama-3.1-8b, class: PUB, arrivals: {rate: 1 /s}, prompt: 100, output: 10}
              - {id: ai, model: llama-3.1-8b, class: PUB, arrivals: {rate: 1 /s}, prompt: 100, output: 10, slice: ai-interactive}
            policies: [nearest]
            """;

    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--transfers",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Default: ${DEFAULT-VALUE}.")
    private int transfers;

    @Option(names = "--cells", paramLabel = "N", defaultValue = "1000", description = "Default: ${DEFAULT-VALUE}.")
    private int cells;

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    public BenchRadioCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (transfers < 1 || cells < 1 || cells > 100_000) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--transfers must be at least 1, --cells between 1 and 100000.");
        }
        Scenario scenario = new ScenarioReader(KnownPolicies.of(PolicySet.shipped()))
                .read("bench-radio", TEXT.formatted(cells), List.of(), Path.of("."));
        double mean = scenario.populations()
                .get(0)
                .cells()
                .orElseThrow()
                .profile()
                .uplinkBitsPerSecond()
                .mean();
        double perSecond = LOAD * cells * mean / (8 * BYTES);
        Timed<RadioBench.Result> timed =
                CpuClock.time(() -> new RadioBench(scenario, KernelKind.CALENDAR, transfers, perSecond, BYTES).run());
        RadioLine line = RadioLine.of(cells, timed);
        if (isJson) {
            Json.print(terminal.out(), line);
        } else {
            terminal.out().println(line.text());
        }
        return ExitCodes.OK;
    }

    /** What is printed. */
    record RadioLine(
            long transfers,
            int cells,
            BigDecimal cpuSeconds,
            BigDecimal microsPerTransfer,
            BigDecimal meanMillis,
            BigDecimal cellUtilization,
            long handovers,
            long events) {

        static RadioLine of(int cells, Timed<RadioBench.Result> timed) {
            RadioBench.Result result = timed.result();
            return new RadioLine(
                    result.transfers(),
                    cells,
                    Json.decimal(timed.cpuSeconds(), 2),
                    Json.decimal(1e6 * timed.cpuSeconds() / result.transfers(), 2),
                    Json.decimal(result.meanMillis(), 2),
                    Json.decimal(result.cellUtilization(), 3),
                    result.handovers(),
                    result.events());
        }

        String text() {
            return "%,d transfers over %,d cells in %s CPU s: %s us each, %,d events, %,d handovers%n"
                            .formatted(transfers, cells, cpuSeconds, microsPerTransfer, events, handovers)
                    + "mean %s ms; users used %s of the cells beside a background of 0.2"
                            .formatted(meanMillis, cellUtilization);
        }
    }
}
