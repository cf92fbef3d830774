package org.tafsim.cli.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.tafsim.cli.bench.CpuClock.Timed;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.cli.console.Words;
import org.tafsim.cli.run.KernelOption;
import org.tafsim.station.EdgeResponses;
import org.tafsim.station.EdgeWorkload;
import org.tafsim.station.EdgeWorkload.Discipline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The shared edge workload EW1, which other simulators run, too. */
@Command(
        name = "ew1",
        header = "Serve the shared edge workload, which other simulators run, too.",
        description = "A trace of lines arrival_us,site,service_us on one server a site. "
                + "Prints response times (quantiles by nearest rank) and the CPU seconds of the simulating thread, "
                + "reading the file not counted.%n",
        footer = {"  tafsim bench ew1 --trace w100000.csv --discipline ps --kernel radix"})
public final class BenchEw1Command implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--trace", required = true, paramLabel = "FILE", description = "The trace.")
    private Path trace = Path.of("");

    @Option(
            names = "--discipline",
            required = true,
            paramLabel = "NAME",
            converter = Disciplines.class,
            completionCandidates = Names.class,
            description = "How a site serves: fifo, or ps (processor sharing).")
    private Queue discipline = Queue.FIFO;

    @Option(
            names = "--sites",
            paramLabel = "N",
            defaultValue = "1",
            description = "Sites there are at least; idle ones cost nothing (default: those of the trace).")
    private int sites;

    @Mixin
    private KernelOption kernel = new KernelOption();

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    public BenchEw1Command(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        EdgeTrace read = EdgeTrace.read(trace);
        long[] arrivals = read.arrivalMicros();
        int[] places = read.site();
        long[] services = read.serviceMicros();
        int count = Math.max(sites, read.sites());
        Timed<EdgeResponses> run = CpuClock.time(
                () -> EdgeWorkload.run(arrivals, places, services, count, discipline.discipline, kernel.kind()));
        print(EdgeLine.of(discipline, count, run));
        return ExitCodes.OK;
    }

    private void print(EdgeLine line) {
        if (isJson) {
            Json.print(terminal.out(), line);
            return;
        }
        TextTable table = TextTable.of(
                "discipline", "requests#", "sites#", "mean ms#", "p50 ms#", "p95 ms#", "p99 ms#", "max ms#", "CPU s#");
        table.add(
                line.discipline(),
                String.valueOf(line.requests()),
                String.valueOf(line.sites()),
                line.meanMs().toPlainString(),
                line.p50Ms().toPlainString(),
                line.p95Ms().toPlainString(),
                line.p99Ms().toPlainString(),
                line.maxMs().toPlainString(),
                line.cpuSeconds().toPlainString());
        table.print(terminal.out(), terminal.outAnsi());
    }

    /** Service disciplines by the names the workload's other readers use. */
    enum Queue {
        FIFO(Discipline.FIFO),
        PS(Discipline.PROCESSOR_SHARING);

        private final Discipline discipline;

        Queue(Discipline discipline) {
            this.discipline = discipline;
        }
    }

    /** From their words. */
    static final class Disciplines extends Words<Queue> {
        Disciplines() {
            super(Queue.class);
        }
    }

    /** For help and completion. */
    static final class Names extends ArrayList<String> {
        Names() {
            super(Words.all(Queue.class));
        }
    }

    /** The figures as they are printed. */
    record EdgeLine(
            String discipline,
            int requests,
            int sites,
            BigDecimal meanMs,
            BigDecimal p50Ms,
            BigDecimal p95Ms,
            BigDecimal p99Ms,
            BigDecimal maxMs,
            BigDecimal cpuSeconds) {

        static EdgeLine of(Queue discipline, int sites, Timed<EdgeResponses> run) {
            EdgeResponses responses = run.result();
            return new EdgeLine(
                    Words.wordOf(discipline),
                    responses.requests(),
                    sites,
                    Json.decimal(responses.meanMillis(), 6),
                    Json.decimal(responses.p50Millis(), 3),
                    Json.decimal(responses.p95Millis(), 3),
                    Json.decimal(responses.p99Millis(), 3),
                    Json.decimal(responses.maxMillis(), 3),
                    Json.decimal(run.cpuSeconds(), 3));
        }
    }
}
