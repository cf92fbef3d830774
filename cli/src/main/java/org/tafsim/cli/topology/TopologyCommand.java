package org.tafsim.cli.topology;

import org.tafsim.cli.console.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Networks in the files of others. */
@Command(
        name = "topology",
        header = "Read networks in the files of others: describe them, or turn them into transport graphs.",
        description = "Reads GraphML (Internet Topology Zoo), SNDlib (native text and XML) and TopoHub's JSON.%n",
        footer = {
            "  tafsim topology describe Geant2012.graphml --png geant.png",
            "  tafsim topology import germany50.txt --operator telco-DE --out transport.yaml"
        })
public final class TopologyCommand implements Runnable {

    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private TopologyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** With its subcommands. */
    public static CommandLine line(Terminal terminal) {
        return new CommandLine(new TopologyCommand(terminal))
                .addSubcommand(new TopologyImportCommand(terminal))
                .addSubcommand(new TopologyDescribeCommand(terminal));
    }

    @Override
    public void run() {
        spec.commandLine().usage(terminal.out(), terminal.outAnsi());
    }
}
