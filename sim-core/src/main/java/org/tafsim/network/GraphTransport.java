package org.tafsim.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tafsim.model.GeoPoint;
import org.tafsim.model.Scenario;
import org.tafsim.model.Site;
import org.tafsim.model.TransportRouting;
import org.tafsim.model.TransportSpec;
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
    private final TransportRouting routing;
    private final LinkCosts costs;
    private final int[] upfNodes;
    private final int[] siteNodes;

    /** By source node, once asked for. */
    private final @Nullable ShortestPaths[] pathsFrom;

    GraphTransport(Scenario scenario, TransportSpec.Graph spec, Links links) {
        this.scenario = scenario;
        fiber = Transport.fiber(spec);
        fixedNanos = spec.fixedNanos();
        graph = new TransportGraph(spec, fiber, links);
        routing = spec.routing();
        costs = new LinkCosts(graph, routing);
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
                            No path%s leads from UPF %s (at node %s) to site %s (at node %s). \
                            Maybe the transport graph lacks a link.""".formatted(
                                    avoiding(),
                                    scenario.upfs().get(upf).id(),
                                    graph.node(upfNodes[upf]).id(),
                                    scenario.sites().get(site).id(),
                                    graph.node(siteNodes[site]).id()));
                }
            }
        }
    }

    private String avoiding() {
        if (!routing.isSelective()) {
            return "";
        }
        return " that avoids %s"
                .formatted(Stream.concat(routing.avoidedCountries().stream(), routing.avoidedOperators().stream())
                        .collect(Collectors.joining(", ")));
    }

    @Override
    public boolean fail(int link) {
        boolean isChange = graph.fail(link);
        if (isChange) {
            Arrays.fill(pathsFrom, null);
        }
        return isChange;
    }

    @Override
    public boolean repair(int link) {
        boolean isChange = graph.repair(link);
        if (isChange) {
            Arrays.fill(pathsFrom, null);
        }
        return isChange;
    }

    @Override
    public boolean isUp(int link) {
        return graph.isUp(link);
    }

    @Override
    public Route route(int upf, int site) {
        return route(scenario.upfs().get(upf).location(), upfNodes[upf], site);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException when no path leads there though every link is up
     */
    @Override
    public Route between(int from, int to) {
        if (!pathsFrom(siteNodes[from]).reach(siteNodes[to]) && graph.areAllUp()) {
            throw new IllegalArgumentException("""
                    No path leads from site %s to site %s. Maybe the transport graph lacks a link.""".formatted(
                    scenario.sites().get(from).id(), scenario.sites().get(to).id()));
        }
        return route(scenario.sites().get(from).location(), siteNodes[from], to);
    }

    private Route route(GeoPoint place, int nearest, int site) {
        GeoPoint sitePlace = scenario.sites().get(site).location();
        if (nearest == siteNodes[site]) {
            return Route.direct(fiber.nanosBetween(place, sitePlace) + fixedNanos + graph.hopNanos());
        }
        ShortestPaths paths = pathsFrom(nearest);
        if (!paths.reach(siteNodes[site])) {
            return Route.NONE;
        }
        return Route.over(
                fiber.nanosBetween(place, graph.node(nearest).location()) + fixedNanos + graph.hopNanos(),
                paths.linksTo(siteNodes[site]),
                paths.nanosTo(siteNodes[site]),
                fiber.nanosBetween(graph.node(siteNodes[site]).location(), sitePlace));
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
            known = new ShortestPaths(graph, costs, node);
            pathsFrom[node] = known;
        }
        return known;
    }
}
