package org.tafsim.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Conversations: what arrives of an application are sessions, each of several turns. The prompt of a turn is all that was said
 * before, prompts and answers, and then what is new: as many tokens as the application's prompt lengths say.
 *
 * @param turns of a session, at least 1
 * @param think from the last token of an answer, as the user sees it, to the next turn
 * @param systemTokens instructions that begin every prompt, the same in all sessions of the application (tokens); 0 for none
 * @param maxContext prompt and output of a request, at most (tokens): a session ends before one that is longer. Where empty, the
 *     replicas decide
 * @param tools what a turn calls before its answer; none where empty
 * @param relocation what becomes of it where another site would serve its next request
 */
public record SessionSpec(
        CountSpec turns,
        DurationSpec think,
        int systemTokens,
        OptionalInt maxContext,
        Optional<Tools> tools,
        Relocation relocation) {

    /** Sessions whose KV cache is computed anew where they move. */
    public SessionSpec(
            CountSpec turns, DurationSpec think, int systemTokens, OptionalInt maxContext, Optional<Tools> tools) {
        this(turns, think, systemTokens, maxContext, tools, Relocation.RE_PREFILL);
    }

    /**
     * The agentic loop: an answer may be a call of a tool, whose result is sent back at once, as a further request of the same turn.
     *
     * @param calls of a turn
     * @param duration of a call, from the last token of the answer that makes it to the request with its result
     * @param resultTokens that a call adds to the prompt
     */
    public record Tools(CountSpec calls, DurationSpec duration, LengthSpec resultTokens) {}

    /** Checks. */
    public SessionSpec {
        Require.positive(turns.least(), "Session", "least number of turns");
        Require.atLeastZero(systemTokens, "Session", "system prompt (tokens)");
        if (maxContext.orElse(Integer.MAX_VALUE) <= systemTokens) {
            throw new IllegalArgumentException(
                    "Session: a longest context of %d tokens leaves no room beside a system prompt of %d."
                            .formatted(maxContext.getAsInt(), systemTokens));
        }
    }
}
