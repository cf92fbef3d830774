package org.tafsim.cli.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.experiment.pack.CheckReport;
import org.tafsim.experiment.pack.PackageCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at a package. */
@Command(
        name = "verify",
        header = "Check a package of results without running anything.",
        description =
                "Every hash; every file described and every description's file there; results, scenario, seed and "
                        + "version that belong together. Packages of strangers are safe to check: nothing of them is executed.%n",
        footer = {"  tafsim verify hello.zip", "  tafsim verify hello.zip --json"})
public final class VerifyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "A package, as made by pack.")
    private Path zip = Path.of("");

    @Option(names = "--json", description = "Print what was found as JSON.")
    private boolean isJson;

    public VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        CheckReport report = PackageCheck.check(PackageFile.existing(zip));
        if (isJson) {
            Json.print(terminal.out(), CheckPrinter.facts(zip, report));
        } else {
            new CheckPrinter(terminal).print(zip, report);
        }
        return report.isSound() ? ExitCodes.OK : ExitCodes.MISMATCH;
    }
}
