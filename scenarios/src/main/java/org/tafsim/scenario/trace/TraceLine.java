package org.tafsim.scenario.trace;

import org.tafsim.model.PromptText;

/**
 * One recorded request.
 *
 * @param nanos arrival since an origin of the trace's own
 * @param promptTokens at least 1
 * @param outputTokens at least 1
 * @param text what the prompt says, as far as it is known
 */
record TraceLine(long nanos, int promptTokens, int outputTokens, PromptText text) {}
