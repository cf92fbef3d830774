package org.tafsim.network;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Paths of least propagation from one node to all others (Dijkstra 1959). Ties go to the path that was found first, which
 * depends on the graph alone.
 */
final class ShortestPaths {
    private static final int NONE = -1;
    private static final long UNREACHED = Long.MAX_VALUE;

    private final TransportGraph graph;
    private final long[] nanos;

    /** By node: the link over which it is reached. */
    private final int[] lastLink;

    private final PriorityQueue<Reached> frontier =
            new PriorityQueue<>(Comparator.comparingLong(Reached::nanos).thenComparingInt(Reached::node));

    private record Reached(int node, long nanos) {}

    ShortestPaths(TransportGraph graph, int source) {
        this.graph = graph;
        nanos = new long[graph.size()];
        lastLink = new int[graph.size()];
        Arrays.fill(nanos, UNREACHED);
        Arrays.fill(lastLink, NONE);
        nanos[source] = 0;
        frontier.add(new Reached(source, 0));
        for (Reached next = frontier.poll(); next != null; next = frontier.poll()) {
            if (next.nanos() == nanos[next.node()]) { // else reached sooner meanwhile
                relax(next);
            }
        }
    }

    private void relax(Reached from) {
        for (int link : graph.leaving(from.node())) {
            int node = graph.endOf(link);
            long reachedNanos = from.nanos() + graph.propagationNanos(link);
            if (reachedNanos < nanos[node]) {
                nanos[node] = reachedNanos;
                lastLink[node] = link;
                frontier.add(new Reached(node, reachedNanos));
            }
        }
    }

    boolean reach(int node) {
        return nanos[node] != UNREACHED;
    }

    /** Propagation to a node that is reached (ns). */
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
