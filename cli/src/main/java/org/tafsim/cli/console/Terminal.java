package org.tafsim.cli.console;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tafsim.report.table.Sparkline;
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
    private final boolean isDumb;
    private final boolean isUnicode;
    private final Size size;

    private Terminal(
            WatchedOutput results, WatchedOutput notes, Map<String, String> environment, Surroundings surroundings) {
        this.results = results;
        out = new PrintWriter(new OutputStreamWriter(results, StandardCharsets.UTF_8), false);
        err = new PrintWriter(new OutputStreamWriter(notes, StandardCharsets.UTF_8), true);
        command = surroundings.command();
        isOutTerminal = surroundings.out();
        isErrTerminal = surroundings.err();
        size = surroundings.size();
        isDumb = environment.getOrDefault("TERM", "").equals("dumb");
        isUnicode = isUnicode(environment);
        hasColor = environment.getOrDefault("NO_COLOR", "").isEmpty() && !isDumb;
    }

    /** Whether the locale's characters are Unicode: the first variable that is set decides. */
    private static boolean isUnicode(Map<String, String> environment) {
        return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(locale -> !locale.isEmpty())
                .findFirst()
                .filter(locale -> locale.toLowerCase(Locale.ROOT).matches(".*utf-?8.*"))
                .isPresent();
    }

    /**
     * How large the terminal is that shows messages.
     *
     * @param rows lines
     * @param columns characters of a line
     */
    public record Size(int rows, int columns) {

        private static final Size USUAL = new Size(24, 80);

        /** From what {@code stty size} prints. */
        static Size of(String text) {
            Matcher numbers = Pattern.compile("([1-9]\\d{0,4}) ([1-9]\\d{0,4})").matcher(text);
            return numbers.matches()
                    ? new Size(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)))
                    : USUAL;
        }
    }

    /** How it was called, and which streams people look at. The launcher knows; Java does not. */
    private record Surroundings(String command, boolean out, boolean err, Size size) {}

    /** That of this process. */
    public static Terminal ofProcess() {
        return new Terminal(
                new WatchedOutput(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16)),
                new WatchedOutput(new FileOutputStream(FileDescriptor.err)),
                System.getenv(),
                new Surroundings(
                        System.getProperty("tafsim.command", COMMAND),
                        Boolean.getBoolean("tafsim.terminal.out"),
                        Boolean.getBoolean("tafsim.terminal.err"),
                        Size.of(System.getProperty("tafsim.terminal.size", ""))));
    }

    /** One that writes elsewhere, for tests. */
    public static Terminal of(OutputStream out, OutputStream err) {
        return new Terminal(
                new WatchedOutput(out),
                new WatchedOutput(err),
                Map.of(),
                new Surroundings(COMMAND, false, false, Size.USUAL));
    }

    public PrintWriter out() {
        return out;
    }

    /** Prints a text behind its head, further lines below its first word. */
    public void printWrapped(String head, String text) {
        List<String> lines = TextTable.folded(text, TextTable.WIDTH - head.length());
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

    /** Whether several lines of messages may be drawn again and again in their place. */
    public boolean isErrRedrawable() {
        return isErrTerminal && !isDumb;
    }

    /** How large the terminal of messages is; the usual 24 lines of 80 characters where nobody said. */
    public Size size() {
        return size;
    }

    /** How curves are drawn in results: in files always the same, on a terminal as its locale can. */
    public Sparkline outSparkline() {
        return isOutTerminal && !isUnicode ? Sparkline.ASCII : Sparkline.BLOCKS;
    }

    /** How curves are drawn in messages. */
    public Sparkline errSparkline() {
        return isUnicode ? Sparkline.BLOCKS : Sparkline.ASCII;
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
