package org.tafsim.scenario.trace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tafsim.model.PromptText;

/**
 * Which columns of a CSV trace say what; others are passed over.
 *
 * <p>Three headings are known: {@code TIMESTAMP,ContextTokens,GeneratedTokens} of the Azure LLM inference traces (clock time, in
 * 2023 in ticks of 100 ns without a zone, in 2024 with its offset from UTC, in 2025 with a column of images), {@code
 * Timestamp,Model,Request tokens,Response tokens,…} of BurstGPT (seconds; a request without response failed and is passed
 * over), and the native {@code arrival_s,…,input_tokens,output_tokens,…} (seconds from any origin).
 */
final class TraceFormat {

    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(4_000_000_000L);

    private final TraceKind kind;
    private final int timeColumn;
    private final int promptColumn;
    private final int outputColumn;
    private final int columns;

    private TraceFormat(TraceKind kind, List<String> heading) {
        List<String> names = kind.columns();
        this.kind = kind;
        this.timeColumn = heading.indexOf(names.get(0));
        this.promptColumn = heading.indexOf(names.get(1));
        this.outputColumn = heading.indexOf(names.get(2));
        this.columns = heading.size();
    }

    /** The format of a heading; empty where no set of columns is complete. */
    static Optional<TraceFormat> find(List<String> heading) {
        return TraceKind.ofHeading(heading).map(kind -> new TraceFormat(kind, heading));
    }

    /** What is missing in a heading that is of no format. */
    static String missingIn(List<String> heading) {
        List<String> wanted = TraceKind.nearestTo(heading).columns();
        return String.join(
                ", ", wanted.stream().filter(name -> !heading.contains(name)).toList());
    }

    /** The request of a line; empty where it failed. */
    Optional<TraceLine> parse(List<String> fields) throws BadLine {
        if (fields.size() != columns) {
            throw new BadLine(
                    "has %d columns, the heading has %d; maybe the line is cut off.".formatted(fields.size(), columns));
        }
        Row row = new Row(fields);
        long nanos = nanos(row);
        if (kind == TraceKind.BURSTGPT && fields.get(outputColumn).equals("0")) {
            return Optional.empty();
        }
        return Optional.of(new TraceLine(
                nanos, tokens(row, promptColumn, "prompt"), tokens(row, outputColumn, "output"), PromptText.UNKNOWN));
    }

    private long nanos(Row row) throws BadLine {
        boolean isClock = kind == TraceKind.AZURE;
        String text = row.text(timeColumn);
        try {
            return isClock ? clockNanos(text) : secondsNanos(text);
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            throw row.wrong(
                    timeColumn,
                    "\"%s\" is not %s."
                            .formatted(
                                    text,
                                    isClock
                                            ? "a time stamp such as 2023-11-16 18:15:46.6805900"
                                            : "an arrival in seconds such as 12.5"));
        }
    }

    private static long clockNanos(String text) {
        TemporalAccessor time = TIMESTAMP.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        LocalDateTime utc = time instanceof OffsetDateTime zoned
                ? zoned.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
                : LocalDateTime.from(time);
        return EPOCH.until(utc, ChronoUnit.NANOS);
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

    private static int tokens(Row row, int column, String what) throws BadLine {
        String text = row.text(column);
        int tokens;
        try {
            tokens = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw row.wrong(column, "\"%s\" is not a number of %s tokens.".formatted(text, what));
        }
        if (tokens < 1) {
            throw row.wrong(column, "%d %s tokens; a request has at least 1.".formatted(tokens, what));
        }
        return tokens;
    }
}
