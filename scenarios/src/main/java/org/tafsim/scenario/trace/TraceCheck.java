package org.tafsim.scenario.trace;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;

/** Reads a whole trace once, line by line, before the simulation: what is wrong with it, and what it holds. */
public final class TraceCheck {

    private static final int MOST_PROBLEMS = 20;

    private final Path file;
    private final ArrivalSpec.Trace trace;
    private final Problems problems;
    private int badLines;
    private int atLastInstant;
    private long spreadNanos;
    private long passedOver;
    private long requests;
    private long firstNanos;
    private long lastNanos;
    private long promptTokens;
    private long outputTokens;
    private int longestPrompt;
    private int longestOutput;
    private int longestRequest;

    private TraceCheck(Path file, ArrivalSpec.Trace trace, Problems problems) {
        this.file = file;
        this.trace = trace;
        this.problems = problems;
    }

    /**
     * Checks a trace.
     *
     * @return what it holds; empty where something is wrong, which is noted: the first 20 lines, and how many more
     */
    public static Optional<TraceSummary> check(Path file, Problems problems) {
        return check(file, new ArrivalSpec.Trace(file.toString(), 1), problems);
    }

    /**
     * Checks a trace, and that it is a certain one.
     *
     * @param trace says which, and how it is replayed
     */
    public static Optional<TraceSummary> check(Path file, ArrivalSpec.Trace trace, Problems problems) {
        if (!Files.isRegularFile(file)) {
            problems.report(
                    Place.of(file.toString()), Files.exists(file) ? "is not a file." : "the trace does not exist.");
            return Optional.empty();
        }
        if (trace.sha256().isPresent() && !isTheOne(file, trace.sha256().get(), problems)) {
            return Optional.empty();
        }
        return new TraceCheck(file, trace, problems).check();
    }

    private static boolean isTheOne(Path file, String sha256, Problems problems) {
        try {
            String found = FileHash.sha256(file);
            if (!found.equals(sha256)) {
                problems.report(
                        Place.of(file.toString()),
                        "is another file: its SHA-256 is %s, not %s.".formatted(found, sha256));
            }
            return found.equals(sha256);
        } catch (IOException e) {
            problems.report(Place.of(file.toString()), "cannot be read: %s.".formatted(e.getMessage()));
            return false;
        }
    }

    private Optional<TraceSummary> check() {
        try (TraceSource source = TraceSource.open(file, trace.path())) {
            readAll(source);
            passedOver = source.passedOver();
            spreadNanos = trace.spreadNanos().orElse(source.usualSpreadNanos());
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            problems.report(Place.of(file.toString()), "cannot be read as a trace: %s.".formatted(e.getMessage()));
            return Optional.empty();
        }
        if (badLines > MOST_PROBLEMS) {
            problems.report(Place.of(file.toString()), "and %d more lines.".formatted(badLines - MOST_PROBLEMS));
        }
        if (badLines == 0 && requests == 0) {
            problems.report(Place.of(file.toString()), "holds no request that was answered.");
        }
        return badLines > 0 || requests == 0 ? Optional.empty() : Optional.of(summary());
    }

    private TraceSummary summary() {
        return new TraceSummary(
                requests,
                passedOver,
                firstNanos,
                lastNanos - firstNanos + Spread.delayNanos(atLastInstant - 1, atLastInstant, spreadNanos),
                promptTokens,
                outputTokens,
                longestPrompt,
                longestOutput,
                longestRequest);
    }

    private void readAll(TraceSource source) {
        boolean isOver = false;
        while (!isOver) {
            try {
                Optional<TraceLine> line = source.findNext();
                line.ifPresent(request -> add(request, source.lineNumber()));
                isOver = line.isEmpty();
            } catch (BadLine bad) {
                reject(source.lineNumber(), bad.column(), String.valueOf(bad.getMessage()));
            }
        }
    }

    private void add(TraceLine line, long lineNumber) {
        if (requests == 0) {
            firstNanos = line.nanos();
        } else if (line.nanos() < lastNanos) {
            reject(lineNumber, 0, "arrives before the line above it; sort the trace by arrival.");
        }
        atLastInstant = requests > 0 && line.nanos() == lastNanos ? atLastInstant + 1 : 1;
        requests++;
        lastNanos = Math.max(line.nanos(), requests == 1 ? line.nanos() : lastNanos);
        promptTokens += line.promptTokens();
        outputTokens += line.outputTokens();
        longestPrompt = Math.max(longestPrompt, line.promptTokens());
        longestOutput = Math.max(longestOutput, line.outputTokens());
        long total = (long) line.promptTokens() + line.outputTokens();
        longestRequest = (int) Math.min(Integer.MAX_VALUE, Math.max(longestRequest, total));
    }

    private void reject(long lineNumber, int column, String message) {
        badLines++;
        if (badLines <= MOST_PROBLEMS) {
            problems.report(new Place(file.toString(), Math.toIntExact(lineNumber), column, ""), message);
        }
    }
}
