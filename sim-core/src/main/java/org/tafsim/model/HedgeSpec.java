package org.tafsim.model;

/**
 * When an application sends its requests to a further replica, as nothing has come from the first. The first token that its client
 * sees decides; what the others do is cancelled.
 *
 * @param afterNanos without a first token at the client, from the arrival of a request and from each further copy (ns), positive
 * @param most copies of one request, at least 1
 */
public record HedgeSpec(long afterNanos, int most) {

    /** One copy, as "The Tail at Scale" has it. */
    public static final int USUAL_MOST = 1;

    /** Checks. */
    public HedgeSpec {
        Require.positive(afterNanos, "Hedges", "wait (ns)");
        Require.positive(most, "Hedges", "most of one request");
    }
}
