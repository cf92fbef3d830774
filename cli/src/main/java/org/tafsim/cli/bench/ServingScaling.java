package org.tafsim.cli.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tafsim.cli.bench.CpuClock.Timed;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.kernel.KernelKind;
import org.tafsim.serving.ServingBench.Counts;
import org.tafsim.serving.StepMode;

/**
 * What serving costs as it grows: in requests, at the replicas stated, and in replicas, with the requests stated.
 *
 * @param requests of every size in replicas, and the middle of the sizes in requests
 * @param replicas of every size in requests
 * @param rate of requests to each replica (1/s)
 * @param kernel that runs the events
 */
record ServingScaling(int requests, int replicas, double rate, KernelKind kernel) {

    /** Of the requests stated. */
    private static final List<Double> SHARES = List.of(0.01, 0.1, 1.0, 10.0);

    private static final List<Integer> REPLICAS = List.of(1, 10, 100, 1_000);

    /** One size, for programs. */
    record Line(
            int replicas,
            long requests,
            long iterations,
            BigDecimal cpuSeconds,
            BigDecimal requestsPerCpuSecond,
            BigDecimal iterationsPerCpuSecond,
            BigDecimal allocatedMegabytes) {}

    void print(Terminal terminal, boolean isJson) {
        time(requests, replicas); // so that the first size meets a compiled program, as the others do
        List<Line> lines = new ArrayList<>();
        SHARES.forEach(share -> lines.add(time((int) Math.max(1, share * requests), replicas)));
        REPLICAS.forEach(size -> lines.add(time(requests, size)));
        if (isJson) {
            Json.print(terminal.out(), lines);
            return;
        }
        TextTable table = TextTable.of(
                "replicas#", "requests#", "iterations#", "CPU s#", "requests/CPU s#", "iterations/CPU s#", "MB#");
        lines.forEach(line -> table.add(
                String.format(Locale.ROOT, "%,d", line.replicas()),
                String.format(Locale.ROOT, "%,d", line.requests()),
                String.format(Locale.ROOT, "%,d", line.iterations()),
                line.cpuSeconds().toPlainString(),
                String.format(Locale.ROOT, "%,d", line.requestsPerCpuSecond().toBigInteger()),
                String.format(Locale.ROOT, "%,d", line.iterationsPerCpuSecond().toBigInteger()),
                line.allocatedMegabytes().toPlainString()));
        table.print(terminal.out(), terminal.outAnsi());
        terminal.out().println();
        terminal.out().println("MB: memory asked for in the whole run, tables of the iteration time included.");
    }

    private Line time(int size, int on) {
        Timed<Counts> run = BenchServingCommand.time(size, on, rate, kernel, StepMode.CLOSED_FORM);
        Counts counts = run.result();
        return new Line(
                on,
                counts.requests(),
                counts.iterations(),
                Json.decimal(run.cpuSeconds(), 3),
                Json.decimal(counts.requests() / run.cpuSeconds(), 0),
                Json.decimal(counts.iterations() / run.cpuSeconds(), 0),
                Json.decimal(run.allocatedBytes() / 1e6, 1));
    }
}
