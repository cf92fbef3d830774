package org.tafsim.scenario.trace;

/**
 * What a trace holds.
 *
 * @param requests how many
 * @param passedOver lines of requests that failed
 * @param firstNanos time of the first arrival on the trace's own clock, which counts from midnight
 * @param spanNanos from the first arrival to the last, once those of one instant are spread
 * @param promptTokens of all requests
 * @param outputTokens of all requests
 * @param longestPrompt (tokens)
 * @param longestOutput (tokens)
 * @param longestRequest longest prompt and output of one request together (tokens)
 */
public record TraceSummary(
        long requests,
        long passedOver,
        long firstNanos,
        long spanNanos,
        long promptTokens,
        long outputTokens,
        int longestPrompt,
        int longestOutput,
        int longestRequest) {}
