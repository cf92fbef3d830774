package org.tafsim.engine;

/** Copies of measured requests, by application. */
final class HedgeCounts {

    private final long[] sent;
    private final long[] won;
    private final long[] refused;

    HedgeCounts(int apps) {
        sent = new long[apps];
        won = new long[apps];
        refused = new long[apps];
    }

    void sent(RequestTable requests, int slot) {
        count(sent, requests, slot);
    }

    void won(RequestTable requests, int slot) {
        count(won, requests, slot);
    }

    void refused(RequestTable requests, int slot) {
        count(refused, requests, slot);
    }

    private static void count(long[] column, RequestTable requests, int slot) {
        column[requests.app[slot]] += requests.measured[slot] ? 1 : 0;
    }

    /** Copies that were sent. */
    long sent(int app) {
        return sent[app];
    }

    /** Of these, those that became the request. */
    long won(int app) {
        return won[app];
    }

    /** Copies that were not sent, as the budget was used up. */
    long refused(int app) {
        return refused[app];
    }
}
