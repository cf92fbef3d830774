package org.tafsim.experiment;

import java.io.Closeable;
import java.io.IOException;
import org.tafsim.engine.RequestRecord;
import org.tafsim.engine.RequestSink;
import org.tafsim.model.PolicySpec;

/** Where the single requests of runs go. Opened from several threads at once, once for each run. */
@FunctionalInterface
public interface RequestLog {

    /** Keeps nothing. */
    RequestLog NONE = (index, policy, replication) -> new Part() {
        @Override
        public void record(RequestRecord request) {}

        @Override
        public void close() {}
    };

    /**
     * Opens the part of one run; the thread of that run alone uses and closes it.
     *
     * @param index position of the run in the order of results, from 0
     * @param policy that routes
     * @param replication from 0
     */
    Part open(int index, PolicySpec policy, int replication) throws IOException;

    /** Requests of one run. {@link #record} throws {@link java.io.UncheckedIOException} where they cannot be kept. */
    interface Part extends RequestSink, Closeable {}
}
