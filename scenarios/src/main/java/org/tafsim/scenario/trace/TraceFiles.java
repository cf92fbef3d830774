package org.tafsim.scenario.trace;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.workload.TraceCursor;
import org.tafsim.workload.TraceOpener;

/** Opens traces that are CSV files, beside the scenario that names them. They have been checked before. */
public final class TraceFiles implements TraceOpener {

    private final Path folder;

    /**
     * Traces of a scenario.
     *
     * @param folder against which their paths are resolved: that of the scenario's file
     */
    public TraceFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public TraceCursor open(ArrivalSpec.Trace trace) {
        Path file = folder.resolve(trace.path());
        try {
            return new Cursor(file, reader(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The trace %s cannot be opened.".formatted(file), e);
        }
    }

    static CsvReader<CsvRecord> reader(Path file) throws IOException {
        return CsvReader.builder()
                .commentStrategy(CommentStrategy.NONE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .skipEmptyLines(true)
                .ofCsvRecord(file);
    }

    private static final class Cursor implements TraceCursor {
        private final Path file;
        private final CsvReader<CsvRecord> csv;
        private final Iterator<CsvRecord> lines;
        private final TraceFormat format;
        private TraceLine current = new TraceLine(0, 1, 1);
        private long firstNanos;
        private boolean isStarted;

        private Cursor(Path file, CsvReader<CsvRecord> csv) {
            this.file = file;
            this.csv = csv;
            this.lines = csv.iterator();
            this.format =
                    lines.hasNext() ? TraceFormat.find(lines.next().getFields()).orElseThrow(this::changed) : fail();
        }

        @Override
        public boolean advance() {
            if (!lines.hasNext()) {
                return false;
            }
            try {
                current = format.parse(lines.next().getFields());
            } catch (TraceFormat.BadLine bad) {
                throw changed();
            }
            if (!isStarted) {
                firstNanos = current.nanos();
                isStarted = true;
            }
            return true;
        }

        @Override
        public long arrivalNanos() {
            return current.nanos() - firstNanos;
        }

        @Override
        public int promptTokens() {
            return current.promptTokens();
        }

        @Override
        public int outputTokens() {
            return current.outputTokens();
        }

        @Override
        public void close() {
            try {
                csv.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The trace %s cannot be closed.".formatted(file), e);
            }
        }

        private TraceFormat fail() {
            throw changed();
        }

        private IllegalStateException changed() {
            return new IllegalStateException("The trace %s changed after it was checked.".formatted(file));
        }
    }
}
