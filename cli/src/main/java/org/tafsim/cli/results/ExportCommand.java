package org.tafsim.cli.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.run.TableFormat;
import org.tafsim.store.ResultStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the tables of a result for other tools. */
@Command(
        name = "export",
        header = "Write the tables of a run or sweep as CSV or Parquet.",
        footer = {"  tafsim results export hello tables/", "  tafsim results export hello tables/ --format parquet"})
final class ExportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "ID", description = "Id of a run or sweep or its first letters, or a folder.")
    private String id = "";

    @Parameters(
            index = "1",
            paramLabel = "DIR",
            description = "Where the tables go; files of their names are replaced.")
    private Path target = Path.of("");

    @Mixin
    private RootOption root = new RootOption();

    @Option(
            names = "--format",
            paramLabel = "NAME",
            defaultValue = "csv",
            converter = TableFormat.Converter.class,
            completionCandidates = TableFormat.Names.class,
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private TableFormat format = TableFormat.CSV;

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        ResultStore.export(root.find(id), format == TableFormat.PARQUET, target).forEach(terminal.out()::println);
        return ExitCodes.OK;
    }
}
