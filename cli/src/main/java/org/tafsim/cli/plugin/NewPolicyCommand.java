package org.tafsim.cli.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.Version;
import org.tafsim.plugins.PolicyScaffold;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a project to begin a policy with. */
@Command(
        name = "policy",
        header = "Write a project of your own policy, which builds by Maven and has a test.",
        description = "Needs nothing of tafsim but what it writes. Never overwrites a file.%n",
        footer = {"  tafsim new policy my-policy"})
public final class NewPolicyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", description = "Of the policy: lower-case words joined by hyphens.")
    private String name = "";

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Folder of the project (default: its name, where you are).")
    private @Nullable Path dir;

    public NewPolicyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        PolicyScaffold scaffold = scaffold();
        Path folder = dir == null ? Path.of(name) : dir;
        checkFree(folder);
        for (Map.Entry<String, byte[]> file : scaffold.files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Path parent = path.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.write(path, file.getValue());
        }
        terminal.out().println("Wrote %s, the policy is its class %s. Next:".formatted(folder, scaffold.className()));
        terminal.out().println("  mvn -q -f %s package".formatted(folder));
        terminal.out()
                .println("  %s run scenarios/hello.yaml --plugins %s --policies %s,nearest"
                        .formatted(terminal.command(), folder.resolve("target"), name));
        return ExitCodes.OK;
    }

    private PolicyScaffold scaffold() {
        try {
            return new PolicyScaffold(name, Version.text());
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(String.valueOf(e.getMessage()));
        }
    }

    private static void checkFree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (Files.isDirectory(folder)) {
            try (Stream<Path> entries = Files.list(folder)) {
                if (entries.findAny().isEmpty()) {
                    return;
                }
            }
        }
        throw new InvalidInputException(
                "%s exists already, and is left as it is. Maybe give another --dir.".formatted(folder));
    }
}
