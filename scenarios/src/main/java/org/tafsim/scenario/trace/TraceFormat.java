package org.tafsim.scenario.trace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tafsim.model.PromptText;

/**
 * Which columns of a CSV trace say what.
 *
 * <p>Two headings are known: {@code TIMESTAMP,ContextTokens,GeneratedTokens} of the Azure LLM inference trace 2023 (clock time
 * in ticks of 100 ns), and the native {@code arrival_s,…,input_tokens,output_tokens,…} (seconds from any origin; other
 * columns are passed over).
 */
final class TraceFormat {

    private enum Clock {
        TIMESTAMP,
        SECONDS
    }

    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(4_000_000_000L);

    private final Clock clock;
    private final int timeColumn;
    private final int promptColumn;
    private final int outputColumn;
    private final int columns;

    private TraceFormat(Clock clock, List<String> heading, String time, String prompt, String output) {
        this.clock = clock;
        this.timeColumn = heading.indexOf(time);
        this.promptColumn = heading.indexOf(prompt);
        this.outputColumn = heading.indexOf(output);
        this.columns = heading.size();
    }

    /** The format of a heading; empty where neither set of columns is complete. */
    static Optional<TraceFormat> find(List<String> heading) {
        if (heading.containsAll(List.of("TIMESTAMP", "ContextTokens", "GeneratedTokens"))) {
            return Optional.of(
                    new TraceFormat(Clock.TIMESTAMP, heading, "TIMESTAMP", "ContextTokens", "GeneratedTokens"));
        }
        if (heading.containsAll(List.of("arrival_s", "input_tokens", "output_tokens"))) {
            return Optional.of(new TraceFormat(Clock.SECONDS, heading, "arrival_s", "input_tokens", "output_tokens"));
        }
        return Optional.empty();
    }

    /** What is missing in a heading that is of neither format. */
    static String missingIn(List<String> heading) {
        List<String> wanted = heading.contains("TIMESTAMP") || heading.contains("ContextTokens")
                ? List.of("TIMESTAMP", "ContextTokens", "GeneratedTokens")
                : List.of("arrival_s", "input_tokens", "output_tokens");
        return String.join(
                ", ", wanted.stream().filter(name -> !heading.contains(name)).toList());
    }

    /** The request of a line. */
    TraceLine parse(List<String> fields) throws BadLine {
        if (fields.size() != columns) {
            throw new BadLine(
                    "has %d columns, the heading has %d; maybe the line is cut off.".formatted(fields.size(), columns));
        }
        return new TraceLine(
                nanos(fields.get(timeColumn)),
                tokens(fields.get(promptColumn), "prompt"),
                tokens(fields.get(outputColumn), "output"),
                PromptText.UNKNOWN);
    }

    private long nanos(String text) throws BadLine {
        try {
            return clock == Clock.TIMESTAMP ? clockNanos(text) : secondsNanos(text);
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            throw new BadLine("\"%s\" is not %s."
                    .formatted(
                            text,
                            clock == Clock.TIMESTAMP
                                    ? "a time stamp such as 2023-11-16 18:15:46.6805900"
                                    : "an arrival in seconds such as 12.5"));
        }
    }

    private static long clockNanos(String text) {
        return EPOCH.until(LocalDateTime.parse(text, TIMESTAMP), ChronoUnit.NANOS);
    }

    private static long secondsNanos(String text) {
        if (text.length() > 40) {
            throw new NumberFormatException(text);
        }
        BigDecimal seconds = new BigDecimal(text);
        if (seconds.abs().compareTo(MOST_SECONDS) > 0) {
            throw new ArithmeticException(text);
        }
        return seconds.movePointRight(9).setScale(0, RoundingMode.CEILING).longValueExact();
    }

    private static int tokens(String text, String what) throws BadLine {
        int tokens;
        try {
            tokens = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new BadLine("\"%s\" is not a number of %s tokens.".formatted(text, what));
        }
        if (tokens < 1) {
            throw new BadLine("%d %s tokens; a request has at least 1.".formatted(tokens, what));
        }
        return tokens;
    }
}
