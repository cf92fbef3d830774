package org.tafsim.station;

import java.util.Arrays;

/** First-in-first-out lines of customers, one per station, as linked lists in shared arrays. */
final class WaitingLines {
    private static final int NONE = -1;

    private final int[] heads;
    private final int[] tails;

    // By node; free nodes form a list through nextNodes.
    private int[] customers = new int[64];
    private long[] services = new long[64];
    private int[] nextNodes = new int[64];
    private int usedNodes;
    private int firstFree = NONE;

    WaitingLines(int stations) {
        heads = new int[stations];
        tails = new int[stations];
        Arrays.fill(heads, NONE);
    }

    boolean isEmpty(int station) {
        return heads[station] == NONE;
    }

    void append(int station, int customer, long serviceNanos) {
        int node = takeNode();
        customers[node] = customer;
        services[node] = serviceNanos;
        nextNodes[node] = NONE;
        if (heads[station] == NONE) {
            heads[station] = node;
        } else {
            nextNodes[tails[station]] = node;
        }
        tails[station] = node;
    }

    int headCustomer(int station) {
        return customers[heads[station]];
    }

    /** Work that the head of the line brings (ns). */
    long headServiceNanos(int station) {
        return services[heads[station]];
    }

    void removeHead(int station) {
        int node = heads[station];
        heads[station] = nextNodes[node];
        nextNodes[node] = firstFree;
        firstFree = node;
    }

    private int takeNode() {
        if (firstFree != NONE) {
            int node = firstFree;
            firstFree = nextNodes[node];
            return node;
        }
        if (usedNodes == customers.length) {
            int capacity = 2 * usedNodes;
            customers = Arrays.copyOf(customers, capacity);
            services = Arrays.copyOf(services, capacity);
            nextNodes = Arrays.copyOf(nextNodes, capacity);
        }
        return usedNodes++;
    }
}
