package org.tafsim.engine;

import org.tafsim.kernel.Kernel;

/**
 * Slots that requests hold besides their own: of parts that run ahead, and of copies. They are no requests, and end unrecorded; one
 * that nobody wants any more ends where it can.
 */
final class Parts {

    private final Kernel kernel;
    private final RequestTable requests;
    private final RequestLife.Downstream downstream;
    private int count;
    private boolean isOver;

    Parts(Kernel kernel, RequestTable requests, RequestLife.Downstream downstream) {
        this.kernel = kernel;
        this.requests = requests;
        this.downstream = downstream;
    }

    /** One has been allocated. */
    void taken() {
        count++;
    }

    /** Gives the slot of one back that belongs to nobody; its replica, where it has one, is told. */
    void free(int part) {
        if (requests.replica[part] >= 0) {
            downstream.router().ended(requests, part, false, false, 0);
        }
        requests.generation[part]++; // what a copy has sent finds nobody
        requests.free(part);
        count--;
    }

    /**
     * One has failed, or is over.
     *
     * @return the request that it belonged to, or {@link RequestTable#ORPHAN}
     */
    int end(int part) {
        int slot = requests.whole[part];
        if (slot != RequestTable.ORPHAN) {
            requests.detach(part);
        }
        free(part);
        return slot;
    }

    /** Nobody waits any more for what a request has besides itself. */
    void drop(int slot) {
        while (requests.ahead[slot] >= 0) {
            int part = requests.ahead[slot];
            requests.detach(part);
            if (isOver) {
                free(part);
            } else {
                cancel(part);
            }
        }
    }

    /** Nobody waits any more for one that belongs to nobody. */
    void cancel(int part) {
        requests.expiredNanos[part] = kernel.nowNanos();
        if (requests.replica[part] < 0) {
            downstream.placer().withdraw(part);
            free(part);
        } else if (requests.servedNanos[part] != RequestTable.NOT_YET) {
            free(part);
        } else if (requests.reachedNanos[part] != RequestTable.NOT_YET) {
            downstream.doors().cancel(requests.replica[part], part);
        } // else it ends when it reaches the replica
    }

    /** The run is over: they end with their requests, whatever they are at. */
    void close() {
        isOver = true;
    }

    /** How many there are. */
    int count() {
        return count;
    }
}
