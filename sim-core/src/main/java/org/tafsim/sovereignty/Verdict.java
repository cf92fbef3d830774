package org.tafsim.sovereignty;

/** What a rule says of one request at one place, at one stage. */
public enum Verdict {
    /** Its {@code if} does not hold: it says nothing. */
    SILENT,
    /** What it needs holds. */
    PERMIT,
    /** What it needs does not hold. */
    DENY,
    /** A fact it asks about is not stated. Never opens a place; counted apart from {@link #DENY}. */
    UNKNOWN;

    /** Whether a place with this verdict is closed: a breach where one goes there all the same. */
    public boolean isBroken() {
        return this == DENY || this == UNKNOWN;
    }

    /**
     * The verdict of "if {@code when} then {@code need}".
     *
     * <p>Where it is not known whether the rule speaks, it applies: only a need that holds permits. It denies only where it is
     * known to speak, so that the two reasons to stay away are not mixed up in the counts.
     */
    static Verdict of(Truth when, Truth need) {
        if (when == Truth.NO) {
            return SILENT;
        }
        if (need == Truth.YES) {
            return PERMIT;
        }
        return when == Truth.YES && need == Truth.NO ? DENY : UNKNOWN;
    }
}
