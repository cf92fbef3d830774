package org.tafsim.model;

import java.util.Arrays;

/**
 * What a prompt says, as far as another prompt may begin alike: named texts, one after the other. Two prompts begin alike as
 * far as the names and lengths of their texts agree, and into the first that differ: a text is the same token for token
 * wherever its name stands, however much of it is taken.
 *
 * <p>A turn of a conversation is the text of the application's instructions and then that of the session, a little longer in
 * every turn. A prompt of a recorded trace is one text for each of its hashed blocks.
 */
public final class PromptText {

    /** Says nothing: no other prompt begins like it. */
    public static final PromptText UNKNOWN = new PromptText(new long[0], new int[0], false);

    private final long[] names;
    private final int[] ends;
    private final boolean answerContinues;

    /**
     * Texts one after the other. Arrays are kept, and not to be changed.
     *
     * @param names of the texts; equal names mean the same text, in the whole run
     * @param ends number of the token at which each text ends, rising, at least 1; the last is the length of the prompt
     * @param answerContinues whether the answer goes on with the last text, so that a later prompt may hold it
     */
    public PromptText(long[] names, int[] ends, boolean answerContinues) {
        if (names.length != ends.length) {
            throw new IllegalArgumentException(
                    "Prompt text: %d names for %d ends; each text needs both.".formatted(names.length, ends.length));
        }
        for (int i = 0; i < ends.length; i++) {
            if (ends[i] <= (i == 0 ? 0 : ends[i - 1])) {
                throw new IllegalArgumentException(
                        "Prompt text: the ends %s must rise from at least 1.".formatted(Arrays.toString(ends)));
            }
        }
        this.names = names;
        this.ends = ends;
        this.answerContinues = answerContinues;
    }

    /** How many texts there are; none where nothing is known. */
    public int size() {
        return names.length;
    }

    /** Name of a text. */
    public long name(int text) {
        return names[text];
    }

    /** Number of the token at which a text ends. */
    public int end(int text) {
        return ends[text];
    }

    /** Whether the answer goes on with the last text. */
    public boolean answerContinues() {
        return answerContinues;
    }
}
