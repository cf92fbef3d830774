package org.tafsim.sovereignty;

/**
 * A number as far as it is known: somewhere between two bounds, both included; or no answer at all.
 *
 * @param low at least
 * @param high at most
 */
record Span(double low, double high) {

    /** A number that nobody stated. */
    static final Span UNSTATED = new Span(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** A number that is known. */
    static Span of(double value) {
        return new Span(value, value);
    }

    Truth isAtLeast(double bound) {
        return isAtLeast(of(bound));
    }

    Truth isAtMost(double bound) {
        return of(bound).isAtLeast(this);
    }

    Truth isAtLeast(Span other) {
        if (low >= other.high) {
            return Truth.YES;
        }
        return high < other.low ? Truth.NO : Truth.UNKNOWN;
    }

    /** The larger of two. */
    Span max(Span other) {
        return new Span(Math.max(low, other.low), Math.max(high, other.high));
    }
}
