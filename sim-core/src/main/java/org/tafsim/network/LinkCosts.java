package org.tafsim.network;

import org.tafsim.model.TransportRouting;

/** What links cost paths, and which of them, and of the nodes, paths may use. */
final class LinkCosts {

    /** Of a link of 1 bit/s; one of 1 Tbit/s costs 1,000, so that the costs of usual links are far from equal. */
    private static final double BIT_PER_SECOND = 1e15;

    private final TransportGraph graph;
    private final TransportRouting routing;

    LinkCosts(TransportGraph graph, TransportRouting routing) {
        this.graph = graph;
        this.routing = routing;
    }

    /** At least 0. */
    long of(int link) {
        return switch (routing.metric()) {
            case LATENCY -> graph.propagationNanos(link);
            case HOPS -> 1;
            case CAPACITY -> (long) Math.ceil(BIT_PER_SECOND / graph.capacity(link));
        };
    }

    boolean mayUse(int link) {
        return !routing.avoidedOperators().contains(graph.operator(link));
    }

    /** Whether paths may go on from a node where they do not begin. */
    boolean mayPass(int node) {
        return !routing.avoidedCountries().contains(graph.node(node).countryCode());
    }
}
