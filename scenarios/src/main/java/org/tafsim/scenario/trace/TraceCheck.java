package org.tafsim.scenario.trace;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;

/** Reads a whole trace once, line by line, before the simulation: what is wrong with it, and what it holds. */
public final class TraceCheck {

    private static final int MOST_PROBLEMS = 20;

    private final Path file;
    private final Problems problems;
    private int badLines;
    private long requests;
    private long firstNanos;
    private long lastNanos;
    private long promptTokens;
    private long outputTokens;
    private int longestPrompt;
    private int longestOutput;
    private int longestRequest;

    private TraceCheck(Path file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * Checks a trace.
     *
     * @return what it holds; empty where something is wrong, which is noted: the first 20 lines, and how many more
     */
    public static Optional<TraceSummary> check(Path file, Problems problems) {
        return check(file, Optional.empty(), problems);
    }

    /**
     * Checks a trace, and that it is a certain one.
     *
     * @param sha256 it must have, in hex; any where empty
     */
    public static Optional<TraceSummary> check(Path file, Optional<String> sha256, Problems problems) {
        if (!Files.isRegularFile(file)) {
            problems.report(
                    Place.of(file.toString()), Files.exists(file) ? "is not a file." : "the trace does not exist.");
            return Optional.empty();
        }
        if (sha256.isPresent() && !isTheOne(file, sha256.get(), problems)) {
            return Optional.empty();
        }
        return new TraceCheck(file, problems).check();
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
        try (CsvReader<CsvRecord> csv = TraceFiles.reader(file)) {
            readAll(csv.iterator());
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            problems.report(Place.of(file.toString()), "cannot be read as CSV: %s.".formatted(e.getMessage()));
            return Optional.empty();
        }
        if (badLines > MOST_PROBLEMS) {
            problems.report(Place.of(file.toString()), "and %d more lines.".formatted(badLines - MOST_PROBLEMS));
        }
        return badLines > 0
                ? Optional.empty()
                : Optional.of(new TraceSummary(
                        requests,
                        lastNanos - firstNanos,
                        promptTokens,
                        outputTokens,
                        longestPrompt,
                        longestOutput,
                        longestRequest));
    }

    private void readAll(Iterator<CsvRecord> lines) {
        if (!lines.hasNext()) {
            reject(1, "the trace is empty; expected a heading and a line for each request.");
            return;
        }
        CsvRecord heading = lines.next();
        Optional<TraceFormat> format = TraceFormat.find(heading.getFields());
        if (format.isEmpty()) {
            reject(
                    heading.getStartingLineNumber(),
                    "the heading lacks the columns %s.".formatted(TraceFormat.missingIn(heading.getFields())));
            return;
        }
        if (!lines.hasNext()) {
            reject(heading.getStartingLineNumber(), "the trace is empty: it has a heading and no request.");
        }
        while (lines.hasNext()) {
            CsvRecord line = lines.next();
            try {
                add(format.get().parse(line.getFields()), line.getStartingLineNumber());
            } catch (TraceFormat.BadLine bad) {
                reject(line.getStartingLineNumber(), String.valueOf(bad.getMessage()));
            }
        }
    }

    private void add(TraceLine line, long lineNumber) {
        if (requests == 0) {
            firstNanos = line.nanos();
        } else if (line.nanos() < lastNanos) {
            reject(lineNumber, "arrives before the line above it; sort the trace by arrival.");
        }
        requests++;
        lastNanos = Math.max(line.nanos(), requests == 1 ? line.nanos() : lastNanos);
        promptTokens += line.promptTokens();
        outputTokens += line.outputTokens();
        longestPrompt = Math.max(longestPrompt, line.promptTokens());
        longestOutput = Math.max(longestOutput, line.outputTokens());
        long total = (long) line.promptTokens() + line.outputTokens();
        longestRequest = (int) Math.min(Integer.MAX_VALUE, Math.max(longestRequest, total));
    }

    private void reject(long lineNumber, String message) {
        badLines++;
        if (badLines <= MOST_PROBLEMS) {
            problems.report(new Place(file.toString(), Math.toIntExact(lineNumber), 0, ""), message);
        }
    }
}
