package org.tafsim.network;

/**
 * Where the time of the transfer went that is being delivered. The parts add up to the time between sending and delivery.
 */
public final class DeliveryTimes {
    private long connectNanos;
    private long radioNanos;
    private long fiberNanos;
    private long linkNanos;

    void set(long connect, long radio, long fiber, long total) {
        connectNanos = connect;
        radioNanos = radio;
        fiberNanos = fiber;
        linkNanos = total - connect - radio - fiber;
    }

    /** Round trips of the transport protocol (ns). */
    public long connectNanos() {
        return connectNanos;
    }

    /** Radio: delay of a small packet, sharing the cell, the bytes themselves; down, waiting for what was sent before (ns). */
    public long radioNanos() {
        return radioNanos;
    }

    /** Propagation and fixed delays, between user and UPF, and from there to the site (ns). */
    public long fiberNanos() {
        return fiberNanos;
    }

    /** Waiting and sending at links and at connections of sites (ns). */
    public long linkNanos() {
        return linkNanos;
    }
}
