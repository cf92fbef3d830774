package org.tafsim.cli;

import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program itself: without a command it says what it can do. */
@Command(
        name = "tafsim",
        scope = CommandLine.ScopeType.INHERIT, // help, version and exit codes are the same for every command
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Simulates telco AI factories: given sites, accelerators, links, laws and users, and a placement "
                + "policy, who waits how long, how busy is what, and whose law was broken?%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "  0:done",
            "  1:a check failed, or the work could not be finished",
            "  2:the command line is wrong",
            "  3:an input is wrong: scenario, override, trace, catalog name",
            "  4:a package is not sound, or its results do not come out again",
            " 70:a law of the simulator broke: a bug, please report it",
            " 75:stopped before it was done; run it again (task)",
            "130:interrupted"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tafsim run scenarios/hello.yaml",
            "  tafsim run scenarios/edge-vs-cloud.yaml --policies nearest,latency-greedy --replications 3",
            "  tafsim check scenarios/*.yaml",
            "  tafsim help run"
        })
final class Tafsim implements Runnable {

    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = "--debug",
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show stack traces (as does TAFSIM_DEBUG=1).")
    private boolean isDebug;

    Tafsim(Terminal terminal) {
        this.terminal = terminal;
    }

    boolean isDebug() {
        return isDebug;
    }

    @Override
    public void run() {
        spec.commandLine().usage(terminal.out(), terminal.outAnsi());
    }
}
