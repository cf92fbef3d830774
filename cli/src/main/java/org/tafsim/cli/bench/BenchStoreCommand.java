package org.tafsim.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.engine.Outcome;
import org.tafsim.engine.RequestRecord;
import org.tafsim.experiment.Host;
import org.tafsim.experiment.RequestFile;
import org.tafsim.experiment.RequestLog;
import org.tafsim.experiment.RunDraft;
import org.tafsim.experiment.RunFolder;
import org.tafsim.experiment.RunId;
import org.tafsim.experiment.RunInfo;
import org.tafsim.model.PolicySpec;
import org.tafsim.store.RequestParquet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How fast requests are written. */
@Command(
        name = "store",
        header = "Time the writing of requests as Parquet.",
        description =
                "Writes made-up requests to requests.parquet in a folder that is deleted afterwards. Prints rows per CPU "
                        + "second of the writing thread, on which DuckDB works, too; its loading included.%n",
        footer = {"  tafsim bench store", "  tafsim bench store --rows 10000000"})
public final class BenchStoreCommand implements Callable<Integer> {

    private static final PolicySpec POLICY = new PolicySpec("nearest", "nearest", Map.of());

    private static final List<String> APPS = names("app-", 6);
    private static final List<String> CITIES = names("city-", 37);
    private static final List<String> REPLICAS = names("site-", 111);

    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--rows", paramLabel = "N", defaultValue = "1000000", description = "Default: ${DEFAULT-VALUE}.")
    private long rows;

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    public BenchStoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The figures as they are printed. */
    private record StoreLine(long rows, long bytes, BigDecimal cpuSeconds, BigDecimal rowsPerCpuSecond) {}

    @Override
    public Integer call() throws IOException {
        if (rows < 1) {
            throw new ParameterException(spec.commandLine(), "--rows (%d) must be positive.".formatted(rows));
        }
        Path folder = Files.createTempDirectory("tafsim-bench-");
        try {
            print(write(folder.resolve("run")));
        } finally {
            Files.deleteIfExists(folder);
        }
        return ExitCodes.OK;
    }

    private StoreLine write(Path folder) throws IOException {
        RunInfo info = new RunInfo(
                RunId.of("bench", "", "bench"), "bench", 1, 1, List.of(POLICY), "bench", Map.of("threads", "1"));
        try (RunDraft draft = RunFolder.at(folder).begin(info, Host.ofThisProcess())) {
            double seconds = CpuClock.time(() -> gather(draft)).cpuSeconds();
            return new StoreLine(
                    rows,
                    Files.size(draft.place(RequestParquet.FILE)),
                    Json.decimal(seconds, 2),
                    Json.decimal(Math.rint(rows / seconds), 0));
        } // the draft is never published, and goes
    }

    private long gather(RunDraft draft) {
        try (RequestFile file = new RequestParquet(draft)) {
            try (RequestLog.Part part = file.open(0, POLICY, 0)) {
                SplittableRandom random = new SplittableRandom(1);
                for (long i = 0; i < rows; i++) {
                    part.record(request(i, random));
                }
            }
            file.complete();
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(String start, int count) {
        return IntStream.range(0, count).mapToObj(i -> start + i).toList();
    }

    /** A hundred a second, each with delays of its own. */
    private static RequestRecord request(long i, SplittableRandom random) {
        long arrival = i * 10_000_000L + random.nextInt(10_000_000);
        long reached = arrival + 5_000_000 + random.nextInt(10_000_000);
        long admitted = reached + random.nextInt(100_000_000);
        long firstToken = admitted + 50_000_000 + random.nextInt(200_000_000);
        return new RequestRecord(
                i,
                APPS.get((int) (i % APPS.size())),
                CITIES.get((int) (i % CITIES.size())),
                REPLICAS.get((int) (i % REPLICAS.size())),
                Outcome.COMPLETED,
                true,
                100 + random.nextInt(4000),
                1 + random.nextInt(800),
                arrival,
                reached,
                admitted,
                firstToken,
                firstToken + random.nextLong(20_000_000_000L),
                random.nextInt(3));
    }

    private void print(StoreLine line) {
        if (isJson) {
            Json.print(terminal.out(), line);
            return;
        }
        TextTable table = TextTable.of("rows#", "MB#", "CPU s#", "rows per CPU s#");
        table.add(
                Long.toString(line.rows()),
                Long.toString(line.bytes() / 1_000_000),
                line.cpuSeconds().toPlainString(),
                line.rowsPerCpuSecond().toPlainString());
        table.print(terminal.out(), terminal.outAnsi());
    }
}
