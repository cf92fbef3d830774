package org.tafsim.scenario.trace;

/**
 * One recorded request.
 *
 * @param nanos arrival since an origin of the trace's own
 * @param promptTokens at least 1
 * @param outputTokens at least 1
 */
record TraceLine(long nanos, int promptTokens, int outputTokens) {}
