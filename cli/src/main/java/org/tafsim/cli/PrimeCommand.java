package org.tafsim.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Terminal;
import org.tafsim.experiment.FileTrees;
import picocli.CommandLine.Command;

/** Does once, in one process, what short commands do, so that the launcher's archive of classes has what they need. */
@Command(
        name = "prime",
        hidden = true,
        header = "Load what short commands need; the launcher does, to archive it.",
        footer = "  tafsim prime")
final class PrimeCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("tafsim-prime");
        try {
            String scenario = folder.resolve("scenario.yaml").toString();
            for (List<String> args : List.of(
                    List.of("--help"),
                    List.of("new", scenario),
                    List.of("check", scenario),
                    List.of("policies"),
                    List.of("run", scenario, "--help"))) {
                Terminal silent = Terminal.of(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
                Commands.lineFor(silent, args).execute(args.toArray(String[]::new));
            }
        } finally {
            FileTrees.delete(folder);
        }
        return ExitCodes.OK;
    }
}
