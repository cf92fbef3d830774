package org.tafsim.cli.console;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * Where commands write: results to {@link #out}, progress and warnings to {@link #err}; UTF-8 whatever the locale, so that
 * the same command gives the same bytes.
 */
public final class Terminal {

    private static final String COMMAND = "tafsim";

    private final WatchedOutput results;
    private final PrintWriter out;
    private final PrintWriter err;
    private final String command;
    private final boolean isOutTerminal;
    private final boolean isErrTerminal;
    private final boolean hasColor;

    private Terminal(
            WatchedOutput results, WatchedOutput notes, Map<String, String> environment, Surroundings surroundings) {
        this.results = results;
        out = new PrintWriter(new OutputStreamWriter(results, StandardCharsets.UTF_8), false);
        err = new PrintWriter(new OutputStreamWriter(notes, StandardCharsets.UTF_8), true);
        command = surroundings.command();
        isOutTerminal = surroundings.out();
        isErrTerminal = surroundings.err();
        hasColor = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    /** How it was called, and which streams people look at. The launcher knows; Java does not. */
    private record Surroundings(String command, boolean out, boolean err) {}

    /** That of this process. */
    public static Terminal ofProcess() {
        return new Terminal(
                new WatchedOutput(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16)),
                new WatchedOutput(new FileOutputStream(FileDescriptor.err)),
                System.getenv(),
                new Surroundings(
                        System.getProperty("tafsim.command", COMMAND),
                        Boolean.getBoolean("tafsim.terminal.out"),
                        Boolean.getBoolean("tafsim.terminal.err")));
    }

    /** One that writes elsewhere, for tests. */
    public static Terminal of(OutputStream out, OutputStream err) {
        return new Terminal(
                new WatchedOutput(out), new WatchedOutput(err), Map.of(), new Surroundings(COMMAND, false, false));
    }

    public PrintWriter out() {
        return out;
    }

    /** Prints a text behind its head, further lines below its first word. */
    public void printWrapped(String head, String text) {
        List<String> lines = TextTable.wrapped(text, TextTable.WIDTH - head.length());
        out.println(head + lines.get(0));
        lines.stream().skip(1).forEach(line -> out.println(" ".repeat(head.length()) + line));
    }

    public PrintWriter err() {
        return err;
    }

    /** How the user calls the program. */
    public String command() {
        return command;
    }

    /** Whether progress may redraw its line. */
    boolean isErrTerminal() {
        return isErrTerminal;
    }

    /** Whether results may be colored. */
    public Ansi outAnsi() {
        return isOutTerminal && hasColor ? Ansi.ON : Ansi.OFF;
    }

    /** Whether messages may be colored. */
    public Ansi errAnsi() {
        return isErrTerminal && hasColor ? Ansi.ON : Ansi.OFF;
    }

    /**
     * Writes what is still buffered.
     *
     * @return the exit code, or that of a failure where the results could not be written
     */
    public int close(int exitCode) {
        out.flush();
        if (results.findError().isPresent() && exitCode == ExitCodes.OK) {
            err.println("tafsim: cannot write the results: "
                    + results.findError().get().getMessage());
            return ExitCodes.FAILED;
        }
        return exitCode;
    }
}
