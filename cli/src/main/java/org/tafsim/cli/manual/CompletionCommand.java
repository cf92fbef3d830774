package org.tafsim.cli.manual;

import java.util.ArrayList;
import java.util.function.Supplier;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.Words;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Completion for shells. */
@Command(
        name = "completion",
        header = "Print a script that completes commands, options and names in a shell.",
        description =
                "It completes subcommands, options, names that tafsim knows (policies, also after a comma, kernels, kinds of the "
                        + "catalog) and files. That of bash serves zsh, too.%n",
        footer = {
            "  eval \"$(tafsim completion bash)\"",
            "  tafsim completion zsh > ~/.tafsim-completion.zsh   # and source it in ~/.zshrc",
            "  tafsim completion fish > ~/.config/fish/completions/tafsim.fish"
        })
public final class CompletionCommand implements Runnable {

    private final Terminal terminal;
    private final Supplier<CommandLine> whole;

    @Parameters(
            paramLabel = "SHELL",
            converter = ShellWords.class,
            completionCandidates = ShellNames.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private Shell shell = Shell.BASH;

    enum Shell {
        BASH,
        ZSH,
        FISH
    }

    static final class ShellWords extends Words<Shell> {
        ShellWords() {
            super(Shell.class);
        }
    }

    static final class ShellNames extends ArrayList<String> {
        ShellNames() {
            super(Words.all(Shell.class));
        }
    }

    /**
     * The command.
     *
     * @param whole builds all commands
     */
    public CompletionCommand(Terminal terminal, Supplier<CommandLine> whole) {
        this.terminal = terminal;
        this.whole = whole;
    }

    @Override
    public void run() {
        CommandLine root = whole.get();
        terminal.out().print(shell == Shell.FISH ? FishCompletion.script(root) : BashCompletion.script(root));
    }
}
