package org.tafsim.cli.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.Words;
import org.tafsim.experiment.NewFiles;
import org.tafsim.scenario.RecipeWriter;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Quantities;
import org.tafsim.scenario.trace.TelecomGrid;
import org.tafsim.scenario.trace.TraceKind;
import org.tafsim.scenario.trace.TraceSelection;
import org.tafsim.scenario.trace.TraceWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Turns recordings into what scenarios read. */
@Command(
        name = "convert",
        header = "Turn a trace into the CSV that scenarios replay, or a grid of activity into a day and populations.",
        description = {
            "--to tafsim: arrival_s, input_tokens, output_tokens; --to mooncake: JSONL that keeps prefix blocks. Arrivals of one tick of "
                    + "a coarse clock are spread, and count from the start of the part that is taken.%n",
            "--to scenario, of a grid: the daily profile of an app, and populations for blocks of squares, by their activity. The "
                    + "default corner is that of Milan.%n"
        },
        footer = {
            "  tafsim trace convert AzureLLMInferenceTrace_conv.csv --to tafsim --out conv.csv",
            "  tafsim trace convert BurstGPT_1.csv --to tafsim --start '2 d' --duration '1 h' --out hour.csv",
            "  tafsim trace convert BurstGPT_1.csv --to tafsim --sample 0.1 --seed 7 --out tenth.csv",
            "  tafsim trace convert conversation_trace.jsonl --to mooncake --speed 2 --out faster.jsonl",
            "  tafsim trace convert sms-call-internet-mi-2013-11-01.txt --to scenario --out milan.yaml"
        })
final class ConvertCommand implements Callable<Integer> {

    /** What can be written. */
    enum Target {
        TAFSIM,
        MOONCAKE,
        SCENARIO
    }

    static final class Targets extends Words<Target> {
        Targets() {
            super(Target.class);
        }
    }

    private final Terminal terminal;

    @Mixin
    private TraceInput input = new TraceInput();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FORMAT",
            converter = Targets.class,
            description = "tafsim, mooncake or scenario.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Target target;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "What to write; - for standard output.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            description = "Leave out what comes before, e.g. '10 min' (default: none).")
    private @Nullable String start;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            description = "Leave out what comes so long after the start, or later.")
    private @Nullable String duration;

    @Option(
            names = "--speed",
            paramLabel = "FACTOR",
            defaultValue = "1",
            description = "2 makes arrivals come twice as fast (default: ${DEFAULT-VALUE}).")
    private double speed;

    @Option(
            names = "--sample",
            paramLabel = "SHARE",
            defaultValue = "1",
            description = "Keep each request with this chance, e.g. 0.1 (default: ${DEFAULT-VALUE}).")
    private double sample;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the sample (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private GridOptions gridOptions = new GridOptions();

    ConvertCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        TraceKind kind = input.kind();
        boolean isGrid = kind == TraceKind.TELECOM_GRID;
        if (!isGrid && !kind.isOfRequests()) {
            throw new InvalidInputException("%s: clients' windows hold no requests. Maybe 'tafsim trace fit %s'?"
                    .formatted(input.name(), input.name()));
        }
        if (isGrid != (target == Target.SCENARIO)) {
            throw new InvalidInputException("%s: a trace of format %s is not written as %s; expected --to %s."
                    .formatted(
                            input.name(),
                            Words.wordOf(kind),
                            Words.wordOf(target),
                            isGrid ? "scenario" : "tafsim or mooncake"));
        }
        if (isGrid) {
            grid();
        } else {
            requests();
        }
        return ExitCodes.OK;
    }

    private void requests() throws IOException {
        TraceSelection selection = selection();
        if (target == Target.MOONCAKE && input.kind() != TraceKind.MOONCAKE) {
            throw new InvalidInputException(
                    "%s: its prompts are not in blocks, which mooncake needs; expected --to tafsim."
                            .formatted(input.name()));
        }
        input.summary();
        long written = write(writer -> TraceWriter.write(
                input.file(), selection, target == Target.MOONCAKE ? TraceKind.MOONCAKE : TraceKind.TAFSIM, writer));
        terminal.err().println("%s: %s requests".formatted(out, Figures.whole(written)));
    }

    private TraceSelection selection() {
        try {
            OptionalLong length =
                    duration == null ? OptionalLong.empty() : OptionalLong.of(nanos("--duration", duration));
            return new TraceSelection(start == null ? 0 : nanos("--start", start), length, speed, sample, seed);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(String.valueOf(e.getMessage()));
        }
    }

    private static long nanos(String option, String text) {
        try {
            return Quantities.DURATION.parse(text);
        } catch (Format.Refused e) {
            throw new InvalidInputException(
                    "%s: \"%s\" is not a duration; expected e.g. \"10 min\".".formatted(option, text));
        }
    }

    private void grid() throws IOException {
        int blocks = gridOptions.blocks();
        TelecomGrid grid = input.grid();
        RecipeWriter.GridPlace place = gridOptions.place();
        long written = write(writer -> {
            writer.write("# activity of " + input.name() + "\n");
            RecipeWriter.day(grid, gridOptions.zone())
                    .ifPresent(day -> line(writer, "profile: " + RecipeWriter.profile(day)));
            line(writer, "populations:");
            RecipeWriter.populations(grid, blocks, place).forEach(entry -> line(writer, "  - " + entry));
            return grid.blocks(blocks).size();
        });
        terminal.err().println("%s: %s populations".formatted(out, Figures.whole(written)));
    }

    private static void line(Writer writer, String text) {
        try {
            writer.write(text + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long write(NewFiles.Content content) throws IOException {
        return out.toString().equals("-") ? content.writeTo(terminal.out()) : NewFiles.write(out, content);
    }
}
