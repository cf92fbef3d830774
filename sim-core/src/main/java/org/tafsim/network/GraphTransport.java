package org.tafsim.network;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tafsim.model.GeoPoint;
import org.tafsim.model.Scenario;
import org.tafsim.model.Site;
import org.tafsim.model.TransportSpec;
import org.tafsim.model.TransportSpec.Graph.Node;
import org.tafsim.model.Upf;

/**
 * A graph of links. UPFs and sites join at the nearest node, the first of equally near ones; where both join at the same
 * one, fiber leads straight from one to the other.
 */
final class GraphTransport implements Transport {
    private final Scenario scenario;
    private final TransportGraph graph;
    private final Fiber fiber;
    private final long fixedNanos;
    private final int[] upfNodes;
    private final int[] siteNodes;

    /** By source node, once asked for. */
    private final @Nullable ShortestPaths[] pathsFrom;

    GraphTransport(Scenario scenario, TransportSpec.Graph spec, Links links) {
        this.scenario = scenario;
        fiber = Transport.fiber(spec);
        fixedNanos = spec.fixedNanos();
        graph = new TransportGraph(spec, fiber, links);
        pathsFrom = new ShortestPaths[spec.nodes().size()];
        upfNodes = nearestNodes(scenario.upfs().stream().map(Upf::location).toList());
        siteNodes = nearestNodes(scenario.sites().stream().map(Site::location).toList());
        checkConnected();
    }

    private int[] nearestNodes(List<GeoPoint> places) {
        return places.stream().mapToInt(graph::nearestNode).toArray();
    }

    private void checkConnected() {
        for (int upf = 0; upf < upfNodes.length; upf++) {
            for (int site = 0; site < siteNodes.length; site++) {
                if (!pathsFrom(upfNodes[upf]).reach(siteNodes[site])) {
                    throw new IllegalArgumentException("""
                            No path leads from UPF %s (at node %s) to site %s (at node %s). \
                            Maybe the transport graph lacks a link.""".formatted(
                                    scenario.upfs().get(upf).id(),
                                    graph.node(upfNodes[upf]).id(),
                                    scenario.sites().get(site).id(),
                                    graph.node(siteNodes[site]).id()));
                }
            }
        }
    }

    @Override
    public Route route(int upf, int site) {
        GeoPoint upfPlace = scenario.upfs().get(upf).location();
        GeoPoint sitePlace = scenario.sites().get(site).location();
        Node upfNode = graph.node(upfNodes[upf]);
        Node siteNode = graph.node(siteNodes[site]);
        if (upfNodes[upf] == siteNodes[site]) {
            return Route.direct(fiber.nanosBetween(upfPlace, sitePlace) + fixedNanos);
        }
        ShortestPaths paths = pathsFrom(upfNodes[upf]);
        return Route.over(
                fiber.nanosBetween(upfPlace, upfNode.location()) + fixedNanos,
                paths.linksTo(siteNodes[site]),
                paths.nanosTo(siteNodes[site]),
                fiber.nanosBetween(siteNode.location(), sitePlace));
    }

    @Override
    public void collect(int upf, int site, PathFacts.Collector facts) {
        facts.country(graph.node(upfNodes[upf]).countryCode());
        for (int link : pathsFrom(upfNodes[upf]).linksTo(siteNodes[site])) {
            facts.operator(graph.operator(link));
            facts.country(graph.node(graph.endOf(link)).countryCode());
        }
    }

    private ShortestPaths pathsFrom(int node) {
        ShortestPaths known = pathsFrom[node];
        if (known == null) {
            known = new ShortestPaths(graph, node);
            pathsFrom[node] = known;
        }
        return known;
    }
}
