package org.tafsim.cli.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.cli.console.Terminal;
import org.tafsim.scenario.StarterScenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes a scenario to start from. */
@Command(
        name = "new",
        description = "Write a commented scenario to start from, or the project of a policy. Never overwrites a file.",
        footer = {"  tafsim new my-network.yaml", "  tafsim new policy my-policy"})
public final class NewCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "scenario.yaml",
            description = "Where to (default: ${DEFAULT-VALUE}).")
    private Path file = Path.of("scenario.yaml");

    public NewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        try {
            Files.writeString(file, StarterScenario.text(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new InvalidInputException(
                    "%s exists already, and is left as it is. Maybe give another name.".formatted(file));
        } catch (NoSuchFileException e) {
            throw new InvalidInputException("%s cannot be written: its folder does not exist.".formatted(file));
        }
        terminal.out().println("Wrote " + file + ". Next:");
        terminal.out().println("  %s check %s".formatted(terminal.command(), file));
        terminal.out().println("  %s run %s".formatted(terminal.command(), file));
        return ExitCodes.OK;
    }
}
