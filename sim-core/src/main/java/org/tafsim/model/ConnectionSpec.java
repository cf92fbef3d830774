package org.tafsim.model;

/**
 * What the transport protocol of an application adds: the round trips of a new connection, and those of slow start, in which the
 * sender doubles what it dares to send at once until all is sent (RFC 5681).
 *
 * @param freshShare share of requests that open a connection, in [0, 1]; the others find one open
 * @param setupRounds round trips until a new connection carries data, at least 0: one of TCP and one of TLS 1.3
 * @param initialWindowBytes sent in the first round, at least 0; 0 where there is no slow start
 */
public record ConnectionSpec(double freshShare, int setupRounds, long initialWindowBytes) {

    /** Nothing: connections are open and warm. */
    public static final ConnectionSpec NONE = new ConnectionSpec(0, 0, 0);

    /** Round trips of TCP and TLS 1.3 (RFC 8446). */
    public static final int TCP_AND_TLS = 2;

    /** Ten segments of 1,460 B (RFC 6928). */
    public static final long TEN_SEGMENTS = 14_600;

    /** Checks. */
    public ConnectionSpec {
        Require.fraction(freshShare, "Connection", "share of new ones");
        Require.within(setupRounds, 0, 100, "Connection", "round trips of a new one");
        Require.atLeastZero(initialWindowBytes, "Connection", "initial window (bytes)");
    }

    /** Whether it adds anything. */
    public boolean isFree() {
        return freshShare * setupRounds == 0 && initialWindowBytes == 0;
    }

    /**
     * Round trips of slow start before the last in which something is sent: ⌈log₂(bytes / window + 1)⌉ − 1, of which 0 where all fits
     * the first window.
     *
     * @param bytes at least 0
     */
    public int slowStartRounds(long bytes) {
        if (initialWindowBytes == 0) {
            return 0;
        }
        int rounds = 0;
        for (long sent = initialWindowBytes; sent < bytes; sent = 2 * sent + initialWindowBytes) {
            rounds++;
        }
        return rounds;
    }
}
