package org.tafsim.engine;

/**
 * Where the time of a request went on the network (ns): up to the replica, the stages of a pipeline included, and down with the last
 * of its answer. 0 where it did not get there.
 *
 * @param connectNanos round trips of the transport protocol before it was on its way
 * @param radioUpNanos radio
 * @param fiberUpNanos propagation and fixed delays
 * @param linksUpNanos waiting and sending at links and at connections of sites
 * @param linksDownNanos the same down
 * @param fiberDownNanos the same down
 * @param radioDownNanos the same down
 */
public record NetworkSegments(
        long connectNanos,
        long radioUpNanos,
        long fiberUpNanos,
        long linksUpNanos,
        long linksDownNanos,
        long fiberDownNanos,
        long radioDownNanos) {

    /** Of a request that has sent nothing. */
    public static final NetworkSegments NONE = new NetworkSegments(0, 0, 0, 0, 0, 0, 0);
}
