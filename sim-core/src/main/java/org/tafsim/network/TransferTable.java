package org.tafsim.network;

import java.util.Arrays;

/**
 * Transfers under way, one slot each; free slots are used again, the last freed first. A transfer between two sites has a
 * site where others have a population.
 */
final class TransferTable {
    private int[] tokens = new int[64];
    private int[] legs = new int[64];
    private int[] populations = new int[64];
    private int[] sites = new int[64];
    private long[] bytes = new long[64];
    private int[] apps = new int[64];
    private long[] drawKeys = new long[64];
    private long[] sentNanos = new long[64];
    private long[] connectNanos = new long[64];
    private long[] radioNanos = new long[64];
    private Route[] routes = new Route[64];
    private int[] freeSlots = new int[64];
    private int freeCount;
    private int usedSlots;

    /** Takes a slot for a transfer. */
    int take(int token, int leg, int app, int population, int site, long size, long drawKey, long nowNanos) {
        int slot = freeCount > 0 ? freeSlots[--freeCount] : newSlot();
        tokens[slot] = token;
        legs[slot] = leg;
        populations[slot] = population;
        sites[slot] = site;
        bytes[slot] = size;
        apps[slot] = app;
        drawKeys[slot] = drawKey;
        sentNanos[slot] = nowNanos;
        connectNanos[slot] = 0;
        radioNanos[slot] = 0;
        routes[slot] = Route.NONE;
        return slot;
    }

    /** Takes a slot for a transfer between two sites. */
    int takeBetween(int token, int leg, int fromSite, int toSite, long size, long nowNanos) {
        return take(token, leg, 0, ~fromSite, toSite, size, 0, nowNanos);
    }

    boolean isBetweenSites(int slot) {
        return populations[slot] < 0;
    }

    int fromSite(int slot) {
        return ~populations[slot];
    }

    void free(int slot) {
        freeSlots[freeCount++] = slot;
    }

    /** Transfers under way. */
    int size() {
        return usedSlots - freeCount;
    }

    int token(int slot) {
        return tokens[slot];
    }

    int leg(int slot) {
        return legs[slot];
    }

    int population(int slot) {
        return populations[slot];
    }

    int site(int slot) {
        return sites[slot];
    }

    long bytes(int slot) {
        return bytes[slot];
    }

    long drawKey(int slot) {
        return drawKeys[slot];
    }

    int app(int slot) {
        return apps[slot];
    }

    long sentNanos(int slot) {
        return sentNanos[slot];
    }

    /** Time that its connection took before it (ns). */
    long connectNanos(int slot) {
        return connectNanos[slot];
    }

    void setConnectNanos(int slot, long nanos) {
        connectNanos[slot] = nanos;
    }

    /** Its time on the radio (ns); while it is there, the instant that began. */
    long radioNanos(int slot) {
        return radioNanos[slot];
    }

    void setRadioNanos(int slot, long nanos) {
        radioNanos[slot] = nanos;
    }

    /** The way it takes, from the time it is sent into the transport on. */
    Route route(int slot) {
        return routes[slot];
    }

    void setRoute(int slot, Route route) {
        routes[slot] = route;
    }

    private int newSlot() {
        if (usedSlots == tokens.length) {
            int capacity = 2 * usedSlots;
            tokens = Arrays.copyOf(tokens, capacity);
            legs = Arrays.copyOf(legs, capacity);
            populations = Arrays.copyOf(populations, capacity);
            sites = Arrays.copyOf(sites, capacity);
            bytes = Arrays.copyOf(bytes, capacity);
            apps = Arrays.copyOf(apps, capacity);
            drawKeys = Arrays.copyOf(drawKeys, capacity);
            sentNanos = Arrays.copyOf(sentNanos, capacity);
            connectNanos = Arrays.copyOf(connectNanos, capacity);
            radioNanos = Arrays.copyOf(radioNanos, capacity);
            routes = Arrays.copyOf(routes, capacity);
            freeSlots = Arrays.copyOf(freeSlots, capacity);
        }
        return usedSlots++;
    }
}
