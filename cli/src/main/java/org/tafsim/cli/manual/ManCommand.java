package org.tafsim.cli.manual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.Version;
import org.tafsim.scenario.source.Suggestions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Manual pages. */
@Command(
        name = "man",
        header = "Print a command's manual page, or install those of all.",
        description =
                "With --out, pages and completion for bash and fish are written where man and these shells look for them "
                        + "below a folder such as ~/.local/share. The build leaves the same in cli/target.%n",
        footer = {"  tafsim man run | man -l -", "  tafsim man --out ~/.local/share", "  man tafsim-run"})
public final class ManCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Supplier<CommandLine> whole;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "E.g. results diff (default: tafsim itself).")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Write man/man1/*.1, bash-completion/completions/tafsim and fish/vendor_completions.d/tafsim.fish "
                            + "below this folder.")
    private @Nullable Path out;

    /**
     * The command.
     *
     * @param whole builds all commands
     */
    public ManCommand(Terminal terminal, Supplier<CommandLine> whole) {
        this.terminal = terminal;
        this.whole = whole;
    }

    @Override
    public Integer call() throws IOException {
        CommandLine root = whole.get();
        List<CommandText> all = CommandText.all(root);
        if (out == null) {
            terminal.out().print(ManPage.text(find(all), title()));
        } else if (words.isEmpty()) {
            write(root, all, out);
        } else {
            throw new CommandLine.ParameterException(spec.commandLine(), "--out is for all commands; name none.");
        }
        return ExitCodes.OK;
    }

    private CommandText find(List<CommandText> all) {
        String name = ("tafsim " + String.join(" ", words)).strip();
        return all.stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandLine.ParameterException(
                        spec.commandLine(),
                        "There is no command '%s'.%s"
                                .formatted(
                                        name,
                                        Suggestions.maybe(
                                                        name,
                                                        all.stream()
                                                                .map(CommandText::name)
                                                                .toList())
                                                .map(maybe -> " " + maybe)
                                                .orElse(""))));
    }

    private void write(CommandLine root, List<CommandText> all, Path folder) throws IOException {
        for (CommandText command : all) {
            write(folder.resolve("man/man1").resolve(ManPage.fileOf(command)), ManPage.text(command, title()));
        }
        write(folder.resolve("bash-completion/completions/tafsim"), BashCompletion.script(root));
        write(folder.resolve("fish/vendor_completions.d/tafsim.fish"), FishCompletion.script(root));
        terminal.out()
                .println("Wrote %d manual pages and completion for bash and fish below %s"
                        .formatted(all.size(), folder));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private static String title() {
        return "tafsim " + Version.text();
    }
}
