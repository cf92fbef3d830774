package org.tafsim.workload;

import org.tafsim.model.ArrivalSpec;

/** Opens recorded traces; the simulator itself touches no file. */
@FunctionalInterface
public interface TraceOpener {

    /** Knows no trace. */
    TraceOpener NONE = trace -> {
        throw new IllegalStateException("No reader for the trace %s was given.".formatted(trace.path()));
    };

    /** Opens a trace before its first request. */
    TraceCursor open(ArrivalSpec.Trace trace);
}
