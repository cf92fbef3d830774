package org.tafsim.sovereignty;

/** What a rule says of one request at one place, at one stage. */
public enum Verdict {
    /** Its {@code if} does not hold: it says nothing. */
    SILENT,
    /** What it needs holds. */
    PERMIT,
    /** It speaks, and what it needs does not hold. */
    DENY,
    /** A fact it asks about is not stated. Never opens a place; counted apart from {@link #DENY}. */
    UNKNOWN;

    /** Whether the place is closed to the request: a breach where it goes there all the same. */
    public boolean isBroken() {
        return this == DENY || this == UNKNOWN;
    }
}
