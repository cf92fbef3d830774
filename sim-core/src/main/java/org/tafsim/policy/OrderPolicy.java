package org.tafsim.policy;

/**
 * Says in which order a replica admits the requests that wait at it, and which of its sequences loses its KV blocks first. One is built
 * for a run, for all replicas.
 */
@FunctionalInterface
public interface OrderPolicy {

    /**
     * The place of a request that has reached a replica, from now on.
     *
     * @param replica scenario index of the replica
     * @return the lower the sooner it is admitted, and the later it loses its blocks; first come first served among equals
     */
    int priority(RequestView request, int replica);
}
