package org.tafsim.scenario.trace;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A trace in CSV, with one of the headings that {@link TraceFormat} knows. */
final class CsvTrace implements TraceSource {

    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> lines;
    private @Nullable TraceFormat format;
    private long lineNumber = 1;
    private long passedOver;
    private boolean isOver;

    CsvTrace(Path file) throws IOException {
        csv = CsvReader.builder()
                .commentStrategy(CommentStrategy.NONE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .skipEmptyLines(true)
                .ofCsvRecord(file);
        lines = csv.iterator();
    }

    @Override
    public Optional<TraceLine> findNext() throws BadLine {
        if (isOver) {
            return Optional.empty();
        }
        if (format == null) {
            format = readHeading();
        }
        while (lines.hasNext()) {
            Optional<TraceLine> request = format.parse(nextLine().getFields());
            if (request.isPresent()) {
                return request;
            }
            passedOver++;
        }
        isOver = true;
        return Optional.empty();
    }

    private TraceFormat readHeading() throws BadLine {
        isOver = true; // unless it is a heading, and a request follows
        if (!lines.hasNext()) {
            throw new BadLine("the trace is empty; expected a heading and a line for each request.");
        }
        CsvRecord heading = nextLine();
        Optional<TraceFormat> found = TraceFormat.find(heading.getFields());
        if (found.isEmpty()) {
            throw new BadLine(
                    "the heading lacks the columns %s.".formatted(TraceFormat.missingIn(heading.getFields())));
        }
        if (!lines.hasNext()) {
            throw new BadLine("the trace is empty: it has a heading and no request.");
        }
        isOver = false;
        return found.get();
    }

    private CsvRecord nextLine() {
        CsvRecord line = lines.next();
        lineNumber = line.getStartingLineNumber();
        return line;
    }

    @Override
    public long lineNumber() {
        return lineNumber;
    }

    @Override
    public long passedOver() {
        return passedOver;
    }

    /** Clocks of CSV traces are fine enough. */
    @Override
    public long usualSpreadNanos() {
        return 0;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
