package org.tafsim.scenario.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.model.PromptText;
import org.tafsim.workload.TraceCursor;
import org.tafsim.workload.TraceOpener;

/** Opens traces that are CSV or JSONL files, beside the scenario that names them. They have been checked before. */
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
            return new Cursor(file, TraceSource.open(file, trace.path()), trace.spreadNanos());
        } catch (IOException e) {
            throw new UncheckedIOException("The trace %s cannot be opened.".formatted(file), e);
        }
    }

    private static final class Cursor implements TraceCursor {
        private final Path file;
        private final TraceSource source;
        private final long spreadNanos;

        /** Requests of one instant. */
        private final List<TraceLine> batch = new ArrayList<>();

        private int place;
        private Optional<TraceLine> following;
        private final long firstNanos;

        private Cursor(Path file, TraceSource source, OptionalLong spread) {
            this.file = file;
            this.source = source;
            spreadNanos = spread.orElse(source.usualSpreadNanos());
            following = read();
            firstNanos = following.orElseThrow(this::changed).nanos();
        }

        @Override
        public boolean advance() {
            if (place + 1 < batch.size()) {
                place++;
                return true;
            }
            place = 0;
            batch.clear();
            following.ifPresent(this::readBatch);
            return !batch.isEmpty();
        }

        private void readBatch(TraceLine first) {
            do {
                batch.add(following.orElseThrow(this::changed));
                following = read();
            } while (spreadNanos > 0 && following.isPresent() && following.get().nanos() == first.nanos());
        }

        private Optional<TraceLine> read() {
            try {
                return source.findNext();
            } catch (BadLine bad) {
                throw changed();
            }
        }

        @Override
        public long arrivalNanos() {
            long instant = current().nanos();
            long window = following
                    .map(next -> next.nanos() - instant)
                    .map(gap -> Math.min(gap, spreadNanos))
                    .orElse(spreadNanos);
            return instant - firstNanos + Spread.delayNanos(place, batch.size(), window);
        }

        @Override
        public int promptTokens() {
            return current().promptTokens();
        }

        @Override
        public int outputTokens() {
            return current().outputTokens();
        }

        @Override
        public PromptText promptText() {
            return current().text();
        }

        private TraceLine current() {
            return batch.get(place);
        }

        @Override
        public void close() {
            try {
                source.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The trace %s cannot be closed.".formatted(file), e);
            }
        }

        private IllegalStateException changed() {
            return new IllegalStateException("The trace %s changed after it was checked.".formatted(file));
        }
    }
}
