package org.tafsim.cli.mobility;

import org.tafsim.cli.console.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Works on traces of vehicles. */
@Command(
        name = "mobility",
        header = "Describe traces of vehicles, or fit how users of a scenario move to them.",
        description = "Reads SUMO's floating-car output (--fcd-output), plain or packed (.gz).%n",
        footer = {
            "  tafsim mobility describe fcd.xml --cells-radius '300 m'",
            "  tafsim mobility fit fcd.xml.gz --zones zones.csv"
        })
public final class MobilityCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private MobilityCommand() {}

    /** The command and those below it. */
    public static CommandLine line(Terminal terminal) {
        return new CommandLine(new MobilityCommand())
                .addSubcommand(new MobilityDescribeCommand(terminal))
                .addSubcommand(new MobilityFitCommand(terminal));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "'mobility' needs to know what to do: describe or fit.");
    }
}
