package org.tafsim.model;

/**
 * How an application's requests are placed again after they have lost their replica. A bucket of tokens bounds it, so that a
 * failure is not followed by a storm: every arrival adds {@code budget} of a token, every retry takes one.
 *
 * @param budget retries over arrivals, in the long run, at least 0
 * @param most retries of one request, at least 0
 * @param backoffNanos before the first retry (ns), doubled before each further one, at least 0
 * @param burst tokens in a full bucket, which it is at the start, at least 0
 */
public record RetrySpec(double budget, int most, long backoffNanos, double burst) {

    /** Finagle's budget: a fifth on top. */
    public static final double USUAL_BUDGET = 0.2;

    /** As without a budget. */
    public static final int USUAL_MOST = 1;

    /** Of gRPC's retry throttling, maxTokens in its examples: 10. */
    public static final double USUAL_BURST = 10;

    /** Checks. */
    public RetrySpec {
        Require.atLeastZero(budget, "Retries", "budget");
        Require.atLeastZero((long) most, "Retries", "most of one request");
        Require.atLeastZero(backoffNanos, "Retries", "backoff (ns)");
        Require.atLeastZero(burst, "Retries", "burst");
    }
}
