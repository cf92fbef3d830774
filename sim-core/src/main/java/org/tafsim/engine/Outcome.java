package org.tafsim.engine;

/** How a request ended. Every request ends in exactly one (INV-1). */
public enum Outcome {
    /** Served to its last token. */
    COMPLETED("completed"),
    /** No place was lawful for it. */
    REJECTED_NO_LAWFUL_PLACE("rejected_no_lawful_place"),
    /** Its lawful places were closed, by a cut-off or a failure. */
    REJECTED_UNAVAILABLE("rejected_unavailable"),
    /** Lawful places were open, but of operators that have no contract with its own, or none with room. */
    REJECTED_NO_CONTRACT("rejected_no_contract"),
    /** The policy sent it away. */
    REJECTED_BY_POLICY("rejected_by_policy"),
    /** Prompt and output do not fit the context or the KV cache of the replica. */
    REJECTED_TOO_LONG("rejected_too_long"),
    /** Its replica stopped, and it could not be placed again. */
    LOST("lost"),
    /** Its client gave up before it ended. */
    EXPIRED("expired"),
    /** Still under way when the run ended. */
    UNFINISHED("unfinished");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /** As result files write it. */
    public String word() {
        return word;
    }

    /** Position in arrays of one entry for each outcome. */
    @SuppressWarnings("EnumOrdinal") // never leaves the process
    int column() {
        return ordinal();
    }
}
