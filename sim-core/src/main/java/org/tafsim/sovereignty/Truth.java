package org.tafsim.sovereignty;

/** Kleene's three values: what is not known may be either. From the least true to the most, so that "and" is the least. */
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

    Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
