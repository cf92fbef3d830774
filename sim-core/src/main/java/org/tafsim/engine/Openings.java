package org.tafsim.engine;

/** Which replicas take new requests, and which run at all. Reasons to be closed add up: each is lifted alone. */
final class Openings {

    private final int[] closed;
    private final int[] stopped;
    private int closedCount;
    private int controlLosses;

    Openings(int replicas) {
        closed = new int[replicas];
        stopped = new int[replicas];
    }

    /** Whether it takes new requests. */
    boolean isOpen(int replica) {
        return closed[replica] == 0;
    }

    /** Whether it runs. */
    boolean isRunning(int replica) {
        return stopped[replica] == 0;
    }

    /** Reasons for which it takes no new requests. */
    int closings(int replica) {
        return closed[replica];
    }

    /** Whether every replica takes new requests. */
    boolean areAllOpen() {
        return closedCount == 0;
    }

    /** Whether the control plane runs: it starts what has stopped, and tells what goes on. */
    boolean isControlled() {
        return controlLosses == 0;
    }

    /** One more reason for the control plane not to run. */
    void loseControl() {
        controlLosses++;
    }

    /** One reason less. */
    void regainControl() {
        controlLosses--;
    }

    /** One more reason to take no new requests. */
    void close(int replica) {
        if (closed[replica]++ == 0) {
            closedCount++;
        }
    }

    /** One reason less. */
    void reopen(int replica) {
        if (--closed[replica] == 0) {
            closedCount--;
        }
    }

    /** One more reason not to run; whether it ran before. */
    boolean stop(int replica) {
        close(replica);
        return stopped[replica]++ == 0;
    }

    /** One reason less. */
    void restart(int replica) {
        stopped[replica]--;
        reopen(replica);
    }
}
