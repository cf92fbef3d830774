package org.tafsim.model;

import java.util.OptionalLong;

/**
 * What users were promised. A request meets it when every bound given holds, as seen at the user's end.
 *
 * @param timeToFirstTokenNanos longest wait for the first token
 * @param timePerOutputTokenNanos longest mean gap between later tokens
 * @param endToEndNanos longest wait for the last token
 */
public record Slo(
        OptionalLong timeToFirstTokenNanos, OptionalLong timePerOutputTokenNanos, OptionalLong endToEndNanos) {

    /** No promise at all: whatever completes, meets it. */
    public static final Slo NONE = new Slo(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

    /** Checks. */
    public Slo {
        timeToFirstTokenNanos.ifPresent(nanos -> Require.positive(nanos, "SLO", "time to first token (ns)"));
        timePerOutputTokenNanos.ifPresent(nanos -> Require.positive(nanos, "SLO", "time per output token (ns)"));
        endToEndNanos.ifPresent(nanos -> Require.positive(nanos, "SLO", "end-to-end time (ns)"));
    }

    /** Whether measured times (ns) keep the promise. */
    public boolean isMetBy(long timeToFirstToken, long timePerOutputToken, long endToEnd) {
        return timeToFirstToken <= timeToFirstTokenNanos.orElse(Long.MAX_VALUE)
                && timePerOutputToken <= timePerOutputTokenNanos.orElse(Long.MAX_VALUE)
                && endToEnd <= endToEndNanos.orElse(Long.MAX_VALUE);
    }
}
