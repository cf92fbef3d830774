package org.tafsim.network;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Paths of least cost, then least delay, from one node to all others over links that are up and not avoided (Dijkstra 1959). Ties go to
 * the path that was found first, which depends on the graph alone.
 */
final class ShortestPaths {
    private static final int NONE = -1;
    private static final long UNREACHED = Long.MAX_VALUE;

    private final TransportGraph graph;
    private final LinkCosts costs;
    private final long[] cost;
    private final long[] nanos;

    /** By node: the link over which it is reached. */
    private final int[] lastLink;

    private final PriorityQueue<Reached> frontier = new PriorityQueue<>(Comparator.comparingLong(Reached::cost)
            .thenComparingLong(Reached::nanos)
            .thenComparingInt(Reached::node));

    private record Reached(int node, long cost, long nanos) {}

    ShortestPaths(TransportGraph graph, LinkCosts costs, int source) {
        this.graph = graph;
        this.costs = costs;
        cost = new long[graph.size()];
        nanos = new long[graph.size()];
        lastLink = new int[graph.size()];
        Arrays.fill(cost, UNREACHED);
        Arrays.fill(nanos, UNREACHED);
        Arrays.fill(lastLink, NONE);
        cost[source] = 0;
        nanos[source] = 0;
        frontier.add(new Reached(source, 0, 0));
        for (Reached next = frontier.poll(); next != null; next = frontier.poll()) {
            boolean isBest = next.cost() == cost[next.node()] && next.nanos() == nanos[next.node()];
            if (isBest && (next.node() == source || costs.mayPass(next.node()))) { // else reached better meanwhile
                relax(next);
            }
        }
    }

    private void relax(Reached from) {
        for (int link : graph.leaving(from.node())) {
            if (!graph.isUp(link) || !costs.mayUse(link)) {
                continue;
            }
            int node = graph.endOf(link);
            long reachedCost = from.cost() + costs.of(link);
            long reachedNanos = from.nanos() + graph.propagationNanos(link);
            if (reachedCost < cost[node] || (reachedCost == cost[node] && reachedNanos < nanos[node])) {
                cost[node] = reachedCost;
                nanos[node] = reachedNanos;
                lastLink[node] = link;
                frontier.add(new Reached(node, reachedCost, reachedNanos));
            }
        }
    }

    boolean reach(int node) {
        return nanos[node] != UNREACHED;
    }

    /** Delay to a node that is reached (ns). */
    long nanosTo(int node) {
        return nanos[node];
    }

    /** Links from the source to a node that is reached, in order. */
    int[] linksTo(int node) {
        int count = 0;
        for (int at = node; lastLink[at] != NONE; at = startOf(lastLink[at])) {
            count++;
        }
        int[] path = new int[count];
        for (int at = node; lastLink[at] != NONE; at = startOf(lastLink[at])) {
            path[--count] = lastLink[at];
        }
        return path;
    }

    private int startOf(int link) {
        return graph.endOf(Links.reversed(link));
    }
}
