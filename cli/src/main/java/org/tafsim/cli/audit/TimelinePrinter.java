package org.tafsim.cli.audit;

import java.util.Locale;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.engine.RequestRecord;
import org.tafsim.store.StoredRequest;

/** Shows where the time of a request went: milliseconds, and a bar for each part where it lies in the whole. */
final class TimelinePrinter {

    private static final String INDENT = "  ";
    private static final int WORD_WIDTH = 34;
    private static final int MILLIS_WIDTH = 16;
    private static final int BAR_WIDTH = TextTable.WIDTH - INDENT.length() - WORD_WIDTH - MILLIS_WIDTH - 2;
    private static final long NANOS_PER_MICRO = 1000;

    private final Terminal terminal;

    TimelinePrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(String name, StoredRequest stored) {
        RequestRecord request = stored.request();
        RequestTimeline timeline = RequestTimeline.of(request);
        terminal.out()
                .println(terminal.outAnsi().string("@|bold " + name + "|@") + " under " + stored.policy()
                        + ", replication " + stored.replication() + ": where its time went (ms)");
        terminal.printWrapped(
                INDENT,
                "%s%s; sent at %s s from %s; prompt %d, output %d tokens"
                        .formatted(
                                request.outcome().word().replace('_', ' '),
                                request.replica().isEmpty() ? "" : " at " + request.replica(),
                                millis(request.arrivalNanos() / NANOS_PER_MICRO / NANOS_PER_MICRO),
                                request.population(),
                                request.promptTokens(),
                                request.outputTokens()));
        long since = 0;
        for (RequestTimeline.Part part : timeline.parts()) {
            long until = since + part.nanos();
            row(part.word(), micros(until) - micros(since), bar(since, until, timeline.totalNanos()));
            since = until;
        }
        if (request.firstTokenNanos() > 0) {
            row("to the first token", micros(request.firstTokenNanos() - request.arrivalNanos()), "");
        }
        row("to the end", micros(timeline.totalNanos()), "");
        terminal.out().println();
    }

    private void row(String word, long micros, String bar) {
        terminal.out()
                .println((INDENT + padded(word, WORD_WIDTH) + aligned(millis(micros), MILLIS_WIDTH) + INDENT + bar)
                        .stripTrailing());
    }

    /** Blanks until it begins, then as many signs as its share; one at least where it took any time. */
    private static String bar(long sinceNanos, long untilNanos, long totalNanos) {
        if (untilNanos <= sinceNanos || totalNanos <= 0) {
            return "";
        }
        int begin = Math.min(BAR_WIDTH - 1, column(sinceNanos, totalNanos));
        int end = Math.min(BAR_WIDTH, Math.max(begin + 1, column(untilNanos, totalNanos)));
        return " ".repeat(begin) + "#".repeat(end - begin);
    }

    private static int column(long nanos, long totalNanos) {
        return (int) Math.round(BAR_WIDTH * (double) Math.max(0, nanos) / totalNanos);
    }

    /** Rounded where a part begins and ends, so that what is printed adds up, too. */
    private static long micros(long nanos) {
        return Math.round(nanos / (double) NANOS_PER_MICRO);
    }

    /** A thousandth of a number, with three decimals. */
    private static String millis(long thousandths) {
        return String.format(
                Locale.ROOT,
                "%s%,d.%03d",
                thousandths < 0 ? "-" : "",
                Math.abs(thousandths) / 1000,
                Math.abs(thousandths) % 1000);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String aligned(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
