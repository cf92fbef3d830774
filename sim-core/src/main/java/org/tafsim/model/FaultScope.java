package org.tafsim.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sites, or links of the transport graph, that something may happen to: those that every stated list names, within the circle where
 * there is one; all where nothing is stated. A link is in a country, and in a circle, where one of its ends is.
 *
 * @param siteIds sites
 * @param tiers tiers
 * @param countries ISO codes
 * @param circle where they lie
 * @param linkNames links, as {@link TransportSpec.Graph#linkNames} has them
 * @param operatorIds carriers of links
 */
public record FaultScope(
        List<String> siteIds,
        List<Tier> tiers,
        List<String> countries,
        Optional<Circle> circle,
        List<String> linkNames,
        List<String> operatorIds) {

    /** Every site, or link. */
    public static final FaultScope ALL = new FaultScope(List.of(), List.of(), List.of(), Optional.empty());

    /** Of sites. */
    public FaultScope(List<String> siteIds, List<Tier> tiers, List<String> countries, Optional<Circle> circle) {
        this(siteIds, tiers, countries, circle, List.of(), List.of());
    }

    /**
     * All within a distance.
     *
     * @param meters at least 0, on the great circle
     */
    public record Circle(GeoPoint center, double meters) {
        /** Checks. */
        public Circle {
            Require.atLeastZero(meters, "Circle", "radius (m)");
        }
    }

    /** Copies. */
    public FaultScope {
        siteIds = List.copyOf(siteIds);
        tiers = List.copyOf(tiers);
        countries = List.copyOf(countries);
        linkNames = List.copyOf(linkNames);
        operatorIds = List.copyOf(operatorIds);
    }

    /** Links by name. */
    public static FaultScope ofLinks(String... names) {
        return new FaultScope(List.of(), List.of(), List.of(), Optional.empty(), List.of(names), List.of());
    }

    /** Sites by id. */
    public static FaultScope of(String... siteIds) {
        return new FaultScope(List.of(siteIds), List.of(), List.of(), Optional.empty());
    }

    /** Whether a site is one of them. */
    public boolean includes(Site site) {
        return isAmong(siteIds, site.id())
                && isAmong(tiers, site.tier())
                && isAmong(countries, site.countryCode())
                && isInCircle(site.location());
    }

    private boolean isInCircle(GeoPoint place) {
        return circle.map(round -> round.center().distanceMeters(place) <= round.meters())
                .orElse(true);
    }

    /** Links of a graph that are meant, by their place in it. */
    public List<Integer> linksOf(TransportSpec.Graph graph) {
        Map<String, TransportSpec.Graph.Node> nodes = new HashMap<>(); // asked, never iterated
        graph.nodes().forEach(node -> nodes.put(node.id(), node));
        List<String> names = graph.linkNames();
        return IntStream.range(0, graph.links().size())
                .filter(place -> {
                    TransportSpec.Graph.TransportLink link = graph.links().get(place);
                    return isAmong(linkNames, names.get(place))
                            && isAmong(operatorIds, link.operatorId())
                            && Stream.of(link.from(), link.to())
                                    .map(nodes::get)
                                    .filter(Objects::nonNull)
                                    .anyMatch(this::includes);
                })
                .boxed()
                .toList();
    }

    private boolean includes(TransportSpec.Graph.Node node) {
        return isAmong(countries, node.countryCode()) && isInCircle(node.location());
    }

    private static <T> boolean isAmong(List<T> stated, T one) {
        return stated.isEmpty() || stated.contains(one);
    }
}
