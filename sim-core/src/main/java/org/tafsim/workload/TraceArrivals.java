package org.tafsim.workload;

import java.util.Optional;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.model.DiurnalProfile;
import org.tafsim.model.PromptText;

/** Arrivals of a recorded trace, its clock running at the given speed. Closes the trace after its last request. */
final class TraceArrivals implements ArrivalProcess {
    private final ArrivalSpec.Trace trace;
    private final TraceCursor cursor;
    private long lastNanos;
    private boolean ended;

    private TraceArrivals(ArrivalSpec.Trace trace, TraceCursor cursor) {
        this.trace = trace;
        this.cursor = cursor;
    }

    static TraceArrivals open(ArrivalSpec.Trace trace, Optional<DiurnalProfile> profile, TraceOpener traces) {
        if (profile.isPresent()) {
            throw new IllegalArgumentException(
                    "The trace %s has its own shape over the day. Maybe drop the diurnal profile."
                            .formatted(trace.path()));
        }
        return new TraceArrivals(trace, traces.open(trace));
    }

    @Override
    public long nextNanos() {
        if (ended || !cursor.advance()) {
            close();
            return END;
        }
        if (cursor.arrivalNanos() < lastNanos) {
            throw new IllegalStateException("The trace %s goes back from %d ns to %d ns. Maybe it is not sorted."
                    .formatted(trace.path(), lastNanos, cursor.arrivalNanos()));
        }
        lastNanos = cursor.arrivalNanos();
        return atSpeed(lastNanos);
    }

    private long atSpeed(long nanos) {
        // A double holds whole nanoseconds for 104 days only.
        return trace.speed() == 1 ? nanos : (long) Math.rint(nanos / trace.speed());
    }

    int promptTokens() {
        return cursor.promptTokens();
    }

    int outputTokens() {
        return cursor.outputTokens();
    }

    PromptText promptText() {
        return cursor.promptText();
    }

    /** Closes the trace; closing twice does nothing. */
    void close() {
        if (!ended) {
            ended = true;
            cursor.close();
        }
    }
}
