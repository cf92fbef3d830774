package org.tafsim.cli.slurm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.experiment.slurm.SlurmOptions;
import org.tafsim.experiment.slurm.SlurmOptions.OnInterrupt;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Quantities;
import picocli.CommandLine.Option;

/** What the command line says about an array; of use with {@code --engine slurm} only. */
public final class SlurmChoices {

    private static final long BYTES_PER_MEBIBYTE = 1L << 20;

    @Option(
            names = "--slurm-chunk",
            paramLabel = "N",
            description = "Slurm: points of one element of the array (default: the experiment's execution.chunk).")
    private @Nullable Integer chunk;

    @Option(
            names = "--slurm-at-once",
            paramLabel = "N",
            description = "Slurm: elements that run at the same time (default: what the cluster gives).")
    private int atOnce = SlurmOptions.DEFAULT.atOnce();

    @Option(
            names = "--slurm-time",
            paramLabel = "TIME",
            defaultValue = "1 h",
            description = "Slurm: time limit of an element (default: ${DEFAULT-VALUE}).")
    private String time = "1 h";

    @Option(
            names = "--slurm-memory",
            paramLabel = "SIZE",
            defaultValue = "1536 MiB",
            description = "Slurm: memory of an element (default: ${DEFAULT-VALUE}).")
    private String memory = "1536 MiB";

    @Option(
            names = "--slurm-arg",
            paramLabel = "ARG",
            description = "Slurm: a further argument of sbatch, e.g. --slurm-arg=--partition=long; may be repeated.")
    private List<String> extra = new ArrayList<>();

    @Option(
            names = "--slurm-cancel",
            description =
                    "Slurm: Ctrl-C cancels the array; without it the array runs on, and `sweep resume` follows it.")
    private boolean cancels;

    /**
     * All of it.
     *
     * @param usualChunk points of an element where nothing is said
     * @throws InvalidInputException where a number is out of range or a unit is missing
     */
    public SlurmOptions options(int usualChunk) {
        try {
            return new SlurmOptions(
                    chunk == null ? usualChunk : chunk,
                    atOnce,
                    Duration.ofNanos(parse("--slurm-time", Quantities.DURATION, time)),
                    parse("--slurm-memory", Quantities.SIZE, memory) / BYTES_PER_MEBIBYTE,
                    1,
                    SlurmOptions.DEFAULT.requeues(),
                    SlurmOptions.DEFAULT.submissions(),
                    cancels ? OnInterrupt.CANCEL : OnInterrupt.LEAVE,
                    extra);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(String.valueOf(e.getMessage()));
        }
    }

    private static long parse(String option, Format<Long> format, String text) {
        try {
            return format.parse(text);
        } catch (Format.Refused e) {
            throw new InvalidInputException("%s: \"%s\" is not %s; expected e.g. \"%s\"."
                    .formatted(option, text, format.noun(), format.example()));
        }
    }
}
