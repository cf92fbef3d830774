package org.tafsim.cli.audit;

import org.tafsim.cli.console.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Logs of decisions. */
@Command(
        name = "audit",
        header = "Check the log of decisions that run --decisions wrote.",
        description = "Each line of decisions.jsonl names the SHA-256 of the line before it.%n",
        footer = {"  tafsim run scenarios/whole-life.yaml --decisions --out my-run", "  tafsim audit verify my-run"})
public final class AuditCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private final Terminal terminal;

    private AuditCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** With its subcommands. */
    public static CommandLine line(Terminal terminal) {
        return new CommandLine(new AuditCommand(terminal)).addSubcommand(new AuditVerifyCommand(terminal));
    }

    @Override
    public void run() {
        spec.commandLine().usage(terminal.out(), terminal.outAnsi());
    }
}
