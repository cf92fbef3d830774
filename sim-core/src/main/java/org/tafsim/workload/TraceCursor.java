package org.tafsim.workload;

import org.tafsim.model.PromptText;

/** Reads a trace one request at a time, in order of arrival; holds no more than those recorded at one instant. */
public interface TraceCursor extends AutoCloseable {

    /** Moves to the next request. @return false at the end of the trace */
    boolean advance();

    /** Arrival of the current request (ns since the first of the trace), not before the last one's. */
    long arrivalNanos();

    /** Prompt of the current request (tokens), at least 1. */
    int promptTokens();

    /** Answer of the current request (tokens), at least 1. */
    int outputTokens();

    /** What the current prompt says, as far as another of this trace may begin alike. */
    default PromptText promptText() {
        return PromptText.UNKNOWN;
    }

    @Override
    void close();
}
