package org.tafsim.scenario.trace;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The requests of a trace's file, whatever its format, one after the other. */
interface TraceSource extends AutoCloseable {

    /**
     * Opens a file: JSONL where its first character is a brace, else CSV.
     *
     * @param name by which the scenario knows it
     */
    static TraceSource open(Path file, String name) throws IOException {
        return isJson(file) ? new JsonTrace(file, name) : new CsvTrace(file);
    }

    private static boolean isJson(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            int first = reader.read();
            while (first >= 0 && Character.isWhitespace(first)) {
                first = reader.read();
            }
            return first == '{';
        }
    }

    /**
     * The next request; empty at the end.
     *
     * @throws BadLine where the next line is none; the one after it may be
     */
    Optional<TraceLine> findNext() throws BadLine;

    /** Number, from 1, of the line read last. */
    long lineNumber();

    /** Lines so far of requests that failed. */
    long passedOver();

    /** Over how long requests of one instant are spread where nobody says otherwise (ns). */
    long usualSpreadNanos();

    @Override
    void close() throws IOException;
}
