package org.tafsim.cli.bench;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.tafsim.cli.bench.CpuClock.Timed;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.cli.run.KernelOption;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.Precision;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.scenario.catalog.Catalog;
import org.tafsim.serving.ServingBench;
import org.tafsim.serving.ServingBench.Counts;
import org.tafsim.serving.ServingBench.Load;
import org.tafsim.serving.StepMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How fast the serving model is, and what the closed form of decode runs saves. */
@Command(
        name = "serving",
        header = "Time the serving model, with and without its closed forms.",
        description =
                "Serves requests (prompts of 600, outputs of 200 tokens in the mean) on replicas of Llama-3.1-8B on L4, with "
                        + "one event for each change of a batch, and again step by step. Prints requests and iterations per CPU second of "
                        + "the simulating thread, draws and arrivals included.%n",
        footer = {
            "  tafsim bench serving",
            "  tafsim bench serving --rate 0.2",
            "  tafsim bench serving --rate 0.2 --scaling"
        })
public final class BenchServingCommand implements Callable<Integer> {

    private static final double MEAN_PROMPT_TOKENS = 600;
    private static final double MEAN_OUTPUT_TOKENS = 200;
    private static final long SEED = 42;

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

    @Option(names = "--replicas", paramLabel = "N", defaultValue = "200", description = "Default: ${DEFAULT-VALUE}.")
    private int replicas;

    @Option(
            names = "--rate",
            paramLabel = "PER_SECOND",
            defaultValue = "0.8",
            description =
                    "Requests per second to each replica; 2 is beyond their capacity (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--scaling",
            description = "In place of the modes: a hundredth to ten times of the requests, and 1 to 1,000 replicas.")
    private boolean isScaling;

    @Mixin
    private KernelOption kernel = new KernelOption();

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    public BenchServingCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        require(requests > 0, "--requests (%d) must be positive.".formatted(requests));
        require(replicas > 0, "--replicas (%d) must be positive.".formatted(replicas));
        require(rate > 0 && rate < 1e6, "--rate (%s) must be positive and under a million.".formatted(rate));
        if (isScaling) {
            new ServingScaling(requests, replicas, rate, kernel.kind()).print(terminal, isJson);
            return ExitCodes.OK;
        }
        Timed<Counts> first = time(StepMode.CLOSED_FORM);
        Timed<Counts> steps = time(StepMode.EXACT_STEPS);
        Timed<Counts> again = time(StepMode.CLOSED_FORM); // as warm as the steps were
        double ratio = steps.cpuSeconds() / again.cpuSeconds();
        if (isJson) {
            Json.print(terminal.out(), ServingLine.of(first, steps, ratio));
        } else {
            print(first, steps, again, ratio);
        }
        return ExitCodes.OK;
    }

    private Timed<Counts> time(StepMode mode) {
        return time(requests, replicas, rate, kernel.kind(), mode);
    }

    /** Serves so many requests at so many replicas, each at this rate (1/s). */
    static Timed<Counts> time(int requests, int replicas, double rate, KernelKind kernel, StepMode mode) {
        Load load = new Load(requests, replicas, rate, MEAN_PROMPT_TOKENS, MEAN_OUTPUT_TOKENS, SEED);
        ReplicaSpec replica = replica();
        return CpuClock.time(() -> ServingBench.run(load, replica, kernel, mode));
    }

    private static ReplicaSpec replica() {
        Catalog catalog = Catalog.shipped();
        return new ReplicaSpec(
                "bench",
                "bench",
                Objects.requireNonNull(catalog.models().get("llama-3.1-8b")),
                Objects.requireNonNull(catalog.accelerators().get("L4")),
                1,
                Precision.BF16,
                BatchLimits.DEFAULT,
                catalog.findConstants("vllm", "L4").orElseThrow());
    }

    private void print(Timed<Counts> first, Timed<Counts> steps, Timed<Counts> again, double ratio) {
        TextTable table = TextTable.of(
                "mode", "requests#", "iterations#", "events#", "CPU s#", "requests/CPU s#", "iterations/CPU s#");
        add(table, "closed form", first);
        add(table, "step by step", steps);
        add(table, "closed form again", again);
        table.print(terminal.out(), terminal.outAnsi());
        terminal.out()
                .println("%nStep by step takes %s times the CPU and %s times the events."
                        .formatted(
                                Json.decimal(ratio, 2),
                                Json.decimal(
                                        (double) steps.result().events()
                                                / first.result().events(),
                                        2)));
    }

    private static void add(TextTable table, String mode, Timed<Counts> run) {
        Counts counts = run.result();
        table.add(
                mode,
                String.valueOf(counts.requests()),
                String.valueOf(counts.iterations()),
                String.valueOf(counts.events()),
                String.format(Locale.ROOT, "%.3f", run.cpuSeconds()),
                String.format(Locale.ROOT, "%.0f", counts.requests() / run.cpuSeconds()),
                String.format(Locale.ROOT, "%.0f", counts.iterations() / run.cpuSeconds()));
    }

    private void require(boolean holds, String message) {
        if (!holds) {
            throw new CommandLine.ParameterException(spec.commandLine(), message);
        }
    }

    /** The figures for programs. */
    record ServingLine(
            long requests,
            long iterations,
            long events,
            BigDecimal cpuSeconds,
            BigDecimal requestsPerCpuSecond,
            long stepByStepEvents,
            BigDecimal stepByStepCpuSeconds,
            BigDecimal stepByStepRatio) {

        static ServingLine of(Timed<Counts> first, Timed<Counts> steps, double ratio) {
            Counts counts = first.result();
            return new ServingLine(
                    counts.requests(),
                    counts.iterations(),
                    counts.events(),
                    Json.decimal(first.cpuSeconds(), 3),
                    Json.decimal(counts.requests() / first.cpuSeconds(), 0),
                    steps.result().events(),
                    Json.decimal(steps.cpuSeconds(), 3),
                    Json.decimal(ratio, 2));
        }
    }
}
