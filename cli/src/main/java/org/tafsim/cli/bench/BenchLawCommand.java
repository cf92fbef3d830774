package org.tafsim.cli.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.engine.LawBench;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.Scenario;
import org.tafsim.serving.StepMode;
import org.tafsim.sovereignty.LawTimeline;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the law costs: of every request, and when it changes. */
@Command(
        name = "law",
        header = "Time the law: what it adds to a request, and to compile it anew.",
        description =
                "Asks the pack eu-2026 about requests of four applications from thirty cities, at the sites of five countries' "
                        + "operators and a foreign cloud: lawful places, rules broken, and the books about placements, bytes and "
                        + "data at rest. Then changes the law, and an owner, to and fro, and times each new epoch.%n",
        footer = {"  tafsim bench law", "  tafsim bench law --sites 500 --epoch-sites 5000"})
public final class BenchLawCommand implements Callable<Integer> {

    private static final int CHANGES = 10;
    private static final int ROUNDS = 3;
    private static final double RATE = 0.8;

    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--requests",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Default: ${DEFAULT-VALUE}.")
    private int requests;

    @Option(
            names = "--sites",
            paramLabel = "N",
            defaultValue = "500",
            description = "Where requests may go (default: ${DEFAULT-VALUE}).")
    private int sites;

    @Option(
            names = "--epoch-sites",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Sites whose law changes (default: ${DEFAULT-VALUE}).")
    private int epochSites;

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    public BenchLawCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        require(requests > 0, "--requests (%d) must be positive.".formatted(requests));
        require(sites > 0 && epochSites > 0, "--sites and --epoch-sites must be positive.");
        LawLine line = line();
        if (isJson) {
            Json.print(terminal.out(), line);
        } else {
            line.print(terminal);
        }
        return ExitCodes.OK;
    }

    private LawLine line() {
        Scenario scenario = LawBenchScenario.of(sites, 0, 0);
        LawBench bench = new LawBench(scenario);
        LawTimeline law = bench.compile();
        double lawful = (double) bench.place(law, requests) / requests;
        double lawMicros = best(() -> bench.place(law, requests)) * 1e6 / requests;
        double servingMicros = best(() -> serve(requests)) * 1e6 / requests;
        double firstMillis = compileMillis(0, 0);
        return new LawLine(
                scenario.sovereignty().rules().size(),
                sites,
                Json.decimal(lawful, 3),
                Json.decimal(lawMicros, 4),
                Json.decimal(servingMicros, 4),
                Json.decimal(lawMicros / servingMicros, 4),
                epochSites,
                Json.decimal(firstMillis, 1),
                Json.decimal((compileMillis(CHANGES, 0) - firstMillis) / CHANGES, 1),
                Json.decimal((compileMillis(0, CHANGES) - firstMillis) / CHANGES, 1));
    }

    /** As {@code bench serving} does, on as many replicas as there are sites. */
    private long serve(int count) {
        return BenchServingCommand.time(count, sites, RATE, KernelKind.CALENDAR, StepMode.CLOSED_FORM)
                .result()
                .requests();
    }

    /** Of the first epoch and those after so many changes, together. */
    private double compileMillis(int lawChanges, int ownerChanges) {
        LawBench bench = new LawBench(LawBenchScenario.of(epochSites, lawChanges, ownerChanges));
        return 1e3 * best(() -> (long) bench.compile().epochs());
    }

    /** Warm: the best of some rounds. */
    private static double best(Supplier<Long> work) {
        return DoubleStream.generate(() -> CpuClock.time(work).cpuSeconds())
                .limit(ROUNDS)
                .min()
                .orElseThrow();
    }

    private void require(boolean holds, String message) {
        if (!holds) {
            throw new CommandLine.ParameterException(spec.commandLine(), message);
        }
    }

    /** The figures. */
    record LawLine(
            int rules,
            int sites,
            BigDecimal lawfulShare,
            BigDecimal microsPerRequest,
            BigDecimal servingMicrosPerRequest,
            BigDecimal overhead,
            int epochSites,
            BigDecimal firstEpochMillis,
            BigDecimal lawChangeMillis,
            BigDecimal ownerChangeMillis) {

        void print(Terminal terminal) {
            TextTable table = TextTable.of("what", "sites#", "CPU#", "unit");
            table.add("law of one request, %d rules".formatted(rules), text(sites), text(microsPerRequest), "us");
            table.add("serving of one request", text(sites), text(servingMicrosPerRequest), "us");
            table.add("first epoch", text(epochSites), text(firstEpochMillis), "ms");
            table.add("epoch after a change of law", text(epochSites), text(lawChangeMillis), "ms");
            table.add("epoch after a change of owners", text(epochSites), text(ownerChangeMillis), "ms");
            table.print(terminal.out(), terminal.outAnsi());
            terminal.out()
                    .println("%nThe law adds %s %% to serving; %s %% of the requests had a lawful place."
                            .formatted(percent(overhead), percent(lawfulShare)));
        }

        private static String percent(BigDecimal share) {
            return share.movePointRight(2).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
        }

        private static String text(Object number) {
            return String.valueOf(number);
        }
    }
}
