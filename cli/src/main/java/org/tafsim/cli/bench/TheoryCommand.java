package org.tafsim.cli.bench;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.cli.run.KernelOption;
import org.tafsim.station.SelfTests;
import org.tafsim.station.TheoryCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares queues that have closed forms with what the kernel, the streams and the statistics make of them. */
@Command(
        name = "theory",
        header = "Check the simulator against queues whose answers are known.",
        description = "M/M/1, M/M/c, M/D/1, M/G/1-PS, Erlang B and Little's law on the product's own kernel. "
                + "Each mean comes with its 99.9 %% interval, which must hold the closed form.%n",
        footer = {"  tafsim theory", "  tafsim theory --kernel ssj --seed 7", "  tafsim theory --coverage"})
public final class TheoryCommand implements Callable<Integer> {

    private static final int DECIMALS = 6;

    private final Terminal terminal;

    @Mixin
    private KernelOption kernel = new KernelOption();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Root of the random streams (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--coverage",
            description = "Instead, count how often confidence intervals and selections are right where the answer is "
                    + "known: M/M/1 at load 0.8, and normal values. Takes about a minute of CPU.")
    private boolean isCoverage;

    @Option(
            names = "--experiments",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Experiments for --coverage (default: ${DEFAULT-VALUE}).")
    private int experiments;

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    public TheoryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return isCoverage ? new CoverageCheck(terminal, isJson).run(experiments, seed) : checkClosedForms();
    }

    private int checkClosedForms() {
        List<TheoryCheck> checks = SelfTests.run(kernel.kind(), seed);
        List<TheoryLine> lines = checks.stream().map(TheoryLine::of).toList();
        if (isJson) {
            Json.print(terminal.out(), lines);
        } else {
            print(lines);
        }
        return checks.stream().allMatch(TheoryCheck::inside) ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private void print(List<TheoryLine> lines) {
        TextTable table = TextTable.of("queue", "quantity", "expected#", "measured#", "±#", "verdict");
        for (TheoryLine line : lines) {
            table.add(
                    line.queue(),
                    line.quantity(),
                    line.expected().toPlainString(),
                    line.measured().toPlainString(),
                    line.halfWidth().toPlainString(),
                    line.verdict());
        }
        table.print(terminal.out(), terminal.outAnsi());
        long outside = lines.stream().filter(line -> !line.isInside()).count();
        terminal.out()
                .println(
                        outside == 0
                                ? "%nAll %d inside their 99.9 %% intervals.".formatted(lines.size())
                                : "%n%d of %d outside their 99.9 %% intervals. One miss in a thousand is chance: try another --seed."
                                        .formatted(outside, lines.size()));
    }

    /** A check as it is printed. */
    record TheoryLine(
            String queue,
            String quantity,
            BigDecimal expected,
            BigDecimal measured,
            BigDecimal halfWidth,
            String verdict) {

        static TheoryLine of(TheoryCheck check) {
            return new TheoryLine(
                    check.name(),
                    check.quantity(),
                    Json.decimal(check.expected(), DECIMALS),
                    Json.decimal(check.measured().mean(), DECIMALS),
                    Json.decimal(check.measured().halfWidth(), DECIMALS),
                    check.inside() ? "inside" : "OUTSIDE");
        }

        private boolean isInside() {
            return verdict.equals("inside");
        }
    }
}
