package org.tafsim.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.cli.console.Terminal;
import org.tafsim.experiment.NewFiles;
import org.tafsim.experiment.RunFolder;
import org.tafsim.report.page.Page;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the report of a folder. */
@Command(
        name = "report",
        header = "Write the report of a run or a sweep: one HTML file.",
        description =
                "Reads the files of the folder alone, as far as they are there, and simulates nothing. The file needs "
                        + "no other and no network; run and sweep write it, too.%n",
        footer = {
            "  tafsim report results/runs/hello-0123456789ab",
            "  tafsim report results/sweeps/load-and-policy-0123456789ab --out load.html"
        })
public final class ReportCommand implements Callable<Integer> {

    private static final String BAG = "bagit.txt";

    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", description = "Folder of a run or a sweep.")
    private Path folder = Path.of("");

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "The report (default: report.html in the folder).")
    private @Nullable Path out;

    public ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Page page = page();
        Path file = out == null ? folder.resolve(Page.FILE) : out;
        if (out == null && isInPackage()) {
            throw new InvalidInputException(
                    "%s is in a package, whose files have hashes. Name another place with --out.".formatted(folder));
        }
        byte[] bytes = page.bytes();
        if (out == null) {
            RunFolder.at(folder).put(Page.FILE, bytes);
        } else {
            NewFiles.write(file, bytes);
        }
        terminal.out().println("Written to " + file);
        return ExitCodes.OK;
    }

    private Page page() {
        try {
            return Page.of(folder);
        } catch (IOException e) {
            throw new InvalidInputException(String.valueOf(e.getMessage()));
        }
    }

    /** A package has its data two folders below. */
    private boolean isInPackage() throws IOException {
        return Optional.ofNullable(folder.toRealPath().getParent())
                .map(Path::getParent)
                .filter(bag -> Files.exists(bag.resolve(BAG)))
                .isPresent();
    }
}
