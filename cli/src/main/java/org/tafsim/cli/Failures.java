package org.tafsim.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.cli.console.Terminal;
import org.tafsim.engine.PolicyException;
import org.tafsim.experiment.RunFailedException;
import org.tafsim.kernel.InvariantViolation;
import org.tafsim.plugins.PluginFailedException;
import org.tafsim.scenario.ScenarioException;
import org.tafsim.store.ResultStoreException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever ends a command early into a message people can act on, and an exit code. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private final Terminal terminal;

    Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        say(String.valueOf(e.getMessage()));
        UnmatchedArgumentException.printSuggestions(e, terminal.err());
        terminal.err().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCodes.USAGE;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        if (isDebug(command)) {
            e.printStackTrace(terminal.err());
        }
        if (e instanceof ScenarioException wrong) {
            wrong.problems().forEach(problem -> terminal.err().println(problem));
            return ExitCodes.INVALID_INPUT;
        }
        if (e instanceof ResultStoreException) {
            say(String.valueOf(e.getMessage())); // its cause is the database's own message, many lines long
            return ExitCodes.INVALID_INPUT;
        }
        if (e instanceof InvalidInputException) {
            say(messageOf(e));
            return ExitCodes.INVALID_INPUT;
        }
        if (e instanceof InterruptedException) {
            say("interrupted: nothing was written.");
            return ExitCodes.INTERRUPTED;
        }
        if (isEnvironment(e)) {
            say(messageOf(e));
            return ExitCodes.FAILED;
        }
        return internal(e);
    }

    /** Whether not tafsim is to blame, but a disk or a policy. */
    private static boolean isEnvironment(Throwable e) {
        Throwable reason = e instanceof RunFailedException failed ? failed.getCause() : e;
        return reason instanceof IOException
                || reason instanceof UncheckedIOException
                || reason instanceof PolicyException
                || reason instanceof PluginFailedException;
    }

    private int internal(Exception e) {
        boolean isTold = e instanceof InvariantViolation || e instanceof RunFailedException;
        String what = isTold ? messageOf(e) : e.toString();
        say("a bug in tafsim: " + what);
        terminal.err().println("Please report it with the command and its scenario; --debug shows where it happened.");
        return ExitCodes.INTERNAL;
    }

    /** Message of an error and of its cause, such as "No space left on device". */
    private static String messageOf(Throwable e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        Throwable cause = e.getCause();
        if (cause == null || cause.getMessage() == null || message.contains(cause.getMessage())) {
            return message;
        }
        return message + " " + cause.getMessage();
    }

    private void say(String message) {
        terminal.err().println(terminal.errAnsi().string("@|bold,red tafsim:|@ ") + message);
    }

    private static boolean isDebug(CommandLine command) {
        boolean isAsked = !System.getenv().getOrDefault("TAFSIM_DEBUG", "").isEmpty();
        CommandLine root = command;
        while (root.getParent() != null) {
            root = root.getParent();
        }
        return isAsked || (root.getCommand() instanceof Tafsim tafsim && tafsim.isDebug());
    }
}
