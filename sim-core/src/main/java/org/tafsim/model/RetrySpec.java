package org.tafsim.model;

import java.util.Optional;

/**
 * How an application's requests are placed again after they have lost their replica. A budget bounds it, so that a failure is not
 * followed by a storm: in the last {@code window} there are never more retries than {@code atLeast} and {@code budget} of the
 * arrivals together. Copies of requests that are sent for safety are paid from it too.
 *
 * @param budget retries over arrivals, at least 0
 * @param most retries of one request, at least 0
 * @param backoffNanos before the first retry (ns), doubled before each further one, at least 0
 * @param windowNanos over which arrivals and retries are counted (ns), positive; it slides in tenths
 * @param atLeast retries of a window that need no arrivals, at least 0
 * @param hedge when a request is sent to a further replica before it has lost one; never where empty
 */
public record RetrySpec(
        double budget, int most, long backoffNanos, long windowNanos, int atLeast, Optional<HedgeSpec> hedge) {

    /** Finagle's default budget: a fifth on top. */
    public static final double USUAL_BUDGET = 0.2;

    /** As without a budget. */
    public static final int USUAL_MOST = 1;

    /** For so long Finagle's tokens last: 10 s. */
    public static final long USUAL_WINDOW_NANOS = 10_000_000_000L;

    /** Finagle's 10 retries a second in such a window. */
    public static final int USUAL_AT_LEAST = 100;

    /** Without hedges. */
    public RetrySpec(double budget, int most, long backoffNanos, long windowNanos, int atLeast) {
        this(budget, most, backoffNanos, windowNanos, atLeast, Optional.empty());
    }

    /** Checks. */
    public RetrySpec {
        Require.atLeastZero(budget, "Retries", "budget");
        Require.atLeastZero((long) most, "Retries", "most of one request");
        Require.atLeastZero(backoffNanos, "Retries", "backoff (ns)");
        Require.positive(windowNanos, "Retries", "window (ns)");
        Require.atLeastZero((long) atLeast, "Retries", "least of a window");
    }
}
