package org.tafsim.sovereignty;

/** Kleene's three values: what is not known may be either. */
public enum Truth {
    /** Known not to hold. */
    NO,
    /** A fact it needs is not stated. */
    UNKNOWN,
    /** Known to hold. */
    YES;

    static Truth of(boolean value) {
        return value ? YES : NO;
    }
}
