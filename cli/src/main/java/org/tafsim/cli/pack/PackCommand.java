package org.tafsim.cli.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.Version;
import org.tafsim.experiment.pack.PackOptions;
import org.tafsim.experiment.pack.PackageWriter;
import org.tafsim.experiment.pack.PackageWriter.Packed;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Packs results. */
@Command(
        name = "pack",
        header = "Pack the results of a run or a sweep so that others can check and repeat them.",
        description =
                "Makes a zip that is an RO-Crate: scenario, inputs, results, hashes, environment, seeds and the one "
                        + "command that runs it again. The same folder gives the same bytes.%n",
        footer = {
            "  tafsim pack results/runs/hello-0123456789ab -o hello.zip",
            "  tafsim pack my-run -o paper.zip --author 'Ada Lovelace' --license CC0-1.0",
            "  tafsim pack my-run -o day.zip --with-inputs --source day.csv=https://example.org/day.csv"
        })
public final class PackCommand implements Callable<Integer> {

    private static final String SBOM = "/META-INF/sbom/bom.json";

    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "Results of a run or a sweep.")
    private Path folder = Path.of("");

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "The package (default: the folder's name and .zip, where you are).")
    private @Nullable Path out;

    @Option(names = "--with-inputs", description = "Take traces larger than 8 MiB along, too.")
    private boolean withInputs;

    @Option(
            names = "--inputs",
            paramLabel = "DIR",
            description = "Look for traces here, before the place they had when the run took place.")
    private @Nullable Path inputs;

    @Option(
            names = "--source",
            paramLabel = "NAME=URL",
            description = "Where others find a trace that stays out, by its file name.")
    private Map<String, String> sources = new TreeMap<>();

    @Option(
            names = "--license",
            paramLabel = "ID",
            description = "License of the results, as SPDX names it (default: ${DEFAULT-VALUE}).",
            defaultValue = PackOptions.LICENSE)
    private String license = PackOptions.LICENSE;

    @Option(names = "--author", paramLabel = "NAME", description = "Who made the results, to be cited.")
    private @Nullable String author;

    @Option(names = "--force", description = "Replace the file, whatever it is.")
    private boolean isForced;

    public PackCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path target = out == null ? Path.of(folder.toRealPath().getFileName() + ".zip") : out;
        Packed packed = new PackageWriter(Version.build(), sbom()).write(folder, options(), target);
        packed.notes().forEach(note -> terminal.err().println("Note: " + note));
        terminal.out()
                .println("Packed %s: %d files, %d bytes, results under %s"
                        .formatted(packed.id(), packed.files(), packed.bytes(), license));
        terminal.out().println("Written to " + packed.file());
        terminal.out().println();
        terminal.out().println("Next:");
        terminal.out().println("  %s verify %s".formatted(terminal.command(), packed.file()));
        terminal.out().println("  %s rerun %s".formatted(terminal.command(), packed.file()));
        return ExitCodes.OK;
    }

    private PackOptions options() {
        try {
            return new PackOptions(
                    withInputs,
                    Optional.ofNullable(inputs),
                    new TreeMap<>(sources),
                    license,
                    Optional.ofNullable(author),
                    isForced);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static Optional<String> sbom() throws IOException {
        try (InputStream in = PackCommand.class.getResourceAsStream(SBOM)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
