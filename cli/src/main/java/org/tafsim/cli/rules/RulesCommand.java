package org.tafsim.cli.rules;

import org.tafsim.cli.console.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The rules of law that scenarios can name. */
@Command(
        name = "rules",
        header = "List, explain and test rules of law. Modelled, not legal advice.",
        description = "Rules come in packs: files of rules with their legal anchors, dates and test vectors.%n",
        footer = {
            "  tafsim rules list",
            "  tafsim rules list eu-2026",
            "  tafsim rules explain R05-health-de",
            "  tafsim rules test",
            "  tafsim rules test my-pack.yaml"
        })
public final class RulesCommand implements Runnable {

    /** What every text about rules ends with. */
    public static final String NOTICE = "Modelled, not legal advice.";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private final Terminal terminal;

    private RulesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** With its subcommands. */
    public static CommandLine line(Terminal terminal) {
        return new CommandLine(new RulesCommand(terminal))
                .addSubcommand(new RulesListCommand(terminal))
                .addSubcommand(new RulesExplainCommand(terminal))
                .addSubcommand(new RulesTestCommand(terminal));
    }

    /** Says what a rule asks, in every pack that words it otherwise. */
    public static void explain(Terminal terminal, String rule) {
        new RulesExplainCommand(terminal).explain(rule);
    }

    @Override
    public void run() {
        spec.commandLine().usage(terminal.out(), terminal.outAnsi());
    }
}
