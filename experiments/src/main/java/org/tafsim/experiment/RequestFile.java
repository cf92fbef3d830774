package org.tafsim.experiment;

import java.io.Closeable;
import java.io.IOException;
import org.tafsim.model.PolicySpec;

/** A file of a run's folder that takes the single requests of all its runs. */
public interface RequestFile extends RequestLog, Closeable {

    /** Writes nothing. */
    RequestFile NONE = new RequestFile() {
        @Override
        public Part open(int index, PolicySpec policy, int replication) throws IOException {
            return RequestLog.NONE.open(index, policy, replication);
        }

        @Override
        public void complete() {}

        @Override
        public void close() {}
    };

    /** Puts the requests of all runs together, in the order of results, once the runs are all over. */
    void complete() throws IOException;
}
