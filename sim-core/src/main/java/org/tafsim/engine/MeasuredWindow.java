package org.tafsim.engine;

import org.tafsim.model.RunSpec;

/**
 * Which requests count: those that arrive after the warm-up and before the horizon.
 *
 * <p>After the horizon new requests keep arriving, unmeasured, until the last measured one has ended, so that the last ones
 * meet the same load as the others; at most for the scenario's drain time.
 */
final class MeasuredWindow {

    private final long fromNanos;
    private final long horizonNanos;
    private long open;

    MeasuredWindow(RunSpec run) {
        fromNanos = run.warmupNanos();
        horizonNanos = run.horizonNanos();
    }

    /** Whether a request that arrives at this time counts. */
    boolean measures(long arrivalNanos) {
        return arrivalNanos >= fromNanos && arrivalNanos < horizonNanos;
    }

    void opened() {
        open++;
    }

    void closed() {
        open--;
    }

    /** Whether every request that counts and has arrived has ended. */
    boolean isEmpty() {
        return open == 0;
    }

    /** Whether every request that counts has arrived and ended. At the horizon itself it is not yet: all want to look at that instant. */
    boolean isDone(long nowNanos) {
        return open == 0 && nowNanos > horizonNanos;
    }
}
