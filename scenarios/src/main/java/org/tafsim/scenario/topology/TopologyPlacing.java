package org.tafsim.scenario.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tafsim.scenario.catalog.City;
import org.tafsim.scenario.catalog.Gazetteer;
import org.tafsim.scenario.source.Problems;

/** Puts what a file states on the map, and leaves out what has no place there. */
final class TopologyPlacing {

    private final StatedTopology stated;
    private final TopologyChoices choices;
    private final Gazetteer gazetteer;
    private final Problems problems;
    private final List<String> notes;

    TopologyPlacing(StatedTopology stated, TopologyChoices choices, Gazetteer gazetteer, Problems problems) {
        this.stated = stated;
        this.choices = choices;
        this.gazetteer = gazetteer;
        this.problems = problems;
        notes = new ArrayList<>(stated.notes());
    }

    /** The network on the map; empty where there is none left. The problem is noted. */
    Optional<Topology> place() {
        Optional<Coordinates> coordinates = findCoordinates();
        if (coordinates.isEmpty()) {
            return Optional.empty();
        }
        NodePlacing placing = new NodePlacing(gazetteer, coordinates.get());
        Map<Integer, NodePlacing.Spot> spots = placing.place(stated.nodes());
        notes.addAll(placing.notes());
        if (2 * spots.size() < stated.nodes().size()) {
            return refuse("only %d of %d nodes have a place and a country: %s."
                    .formatted(spots.size(), stated.nodes().size(), String.join("; ", placing.notes())));
        }
        noteLostLinks(spots.keySet());
        keepEurope(spots);
        keepLargestPart(spots);
        return spots.size() < 2
                ? refuse("fewer than two connected nodes are left: %s.".formatted(String.join("; ", notes)))
                : Optional.of(build(spots));
    }

    private Optional<Topology> refuse(String reason) {
        problems.report(stated.at(), reason);
        return Optional.empty();
    }

    private Optional<Coordinates> findCoordinates() {
        CoordinateSense sense = new CoordinateSense(stated, gazetteer);
        CoordinateSense.Finding finding = choices.coordinates().isPresent()
                ? new CoordinateSense.Finding(choices.coordinates().get(), Optional.of("you say so"))
                : sense.find();
        String reason = finding.reason().orElse("");
        if (finding.coordinates() == Coordinates.PLANE || sense.findBeyond().isPresent()) {
            problems.report(
                    stated.at(),
                    "its coordinates are those of a drawing, so its nodes have no place: %s."
                            .formatted(
                                    finding.coordinates() == Coordinates.PLANE
                                            ? reason
                                            : "some lie beyond longitudes and latitudes"),
                    choices.coordinates().isEmpty() && sense.findBeyond().isEmpty()
                            ? Optional.of("Maybe say --coordinates decimal.")
                            : Optional.empty());
            return Optional.empty();
        }
        if (finding.coordinates() == Coordinates.DEGREES_MINUTES) {
            notes.add("coordinates were read as degrees and minutes, for %s; --coordinates decimal reads them otherwise"
                    .formatted(reason));
        }
        return Optional.of(finding.coordinates());
    }

    private void noteLostLinks(Set<Integer> kept) {
        long lost = stated.links().stream()
                .filter(link -> !kept.contains(link.from()) || !kept.contains(link.to()))
                .count();
        if (lost > 0) {
            notes.add("with those nodes %s left out".formatted(lost == 1 ? "1 link is" : lost + " links are"));
        }
    }

    private void keepEurope(Map<Integer, NodePlacing.Spot> spots) {
        List<String> outside = new ArrayList<>();
        spots.forEach((node, spot) -> {
            if (!Europe.contains(spot.point(), spot.countryCode())) {
                outside.add(stated.nodes().get(node).label());
            }
        });
        if (outside.isEmpty()) {
            return;
        }
        String count = Names.counted(outside.size(), "node");
        if (choices.isEuropeOnly()) {
            spots.values().removeIf(spot -> !Europe.contains(spot.point(), spot.countryCode()));
            notes.add("left out %s outside Europe: %s".formatted(count, Names.listed(outside)));
        } else {
            notes.add("%s outside Europe (--europe leaves out): %s".formatted(count, Names.listed(outside)));
        }
    }

    private void keepLargestPart(Map<Integer, NodePlacing.Spot> spots) {
        List<Set<Integer>> parts = parts(spots.keySet());
        Set<Integer> largest = Parts.largest(parts);
        if (parts.size() > 1) {
            List<String> lost = spots.keySet().stream()
                    .filter(node -> !largest.contains(node))
                    .map(node -> stated.nodes().get(node).label())
                    .toList();
            notes.add("the graph has %d parts: kept the largest, and left out %s: %s"
                    .formatted(parts.size(), Names.counted(lost.size(), "node"), Names.listed(lost)));
        }
        spots.keySet().retainAll(largest);
    }

    private List<Set<Integer>> parts(Set<Integer> nodes) {
        Parts parts = new Parts(nodes);
        for (StatedTopology.Link link : stated.links()) {
            if (nodes.contains(link.from()) && nodes.contains(link.to())) {
                parts.join(link.from(), link.to());
            }
        }
        return parts.all();
    }

    private Topology build(Map<Integer, NodePlacing.Spot> spots) {
        LinkMerging merging = new LinkMerging(stated.isDirected());
        merging.addAll(stated.links(), spots.keySet());
        notes.addAll(merging.notes());
        Map<Integer, Integer> place = new HashMap<>(); // asked, never iterated
        spots.keySet().forEach(node -> place.put(node, place.size()));
        List<Topology.Demand> demands = stated.demands().stream()
                .filter(demand -> place.containsKey(demand.from()) && place.containsKey(demand.to()))
                .map(demand -> new Topology.Demand(at(place, demand.from()), at(place, demand.to()), demand.volume()))
                .toList();
        List<Topology.Link> links = merging.merged().stream()
                .map(link -> new Topology.Link(
                        at(place, link.from()),
                        at(place, link.to()),
                        link.statedBitsPerSecond(),
                        link.unstated(),
                        link.statedMeters(),
                        link.label()))
                .toList();
        return new Topology(stated.name(), stated.format(), counts(), nodes(spots), links, demands, notes);
    }

    private static int at(Map<Integer, Integer> place, int node) {
        return Objects.requireNonNull(place.get(node));
    }

    private Topology.Stated counts() {
        Map<Integer, Boolean> all = new LinkedHashMap<>();
        for (int i = 0; i < stated.nodes().size(); i++) {
            all.put(i, true);
        }
        return new Topology.Stated(
                stated.nodes().size(),
                stated.links().size(),
                parts(all.keySet()).size());
    }

    private List<Topology.Node> nodes(Map<Integer, NodePlacing.Spot> spots) {
        Set<String> taken = new HashSet<>(); // asked, never iterated
        List<Topology.Node> nodes = new ArrayList<>();
        spots.forEach((node, spot) -> {
            String label = stated.nodes().get(node).label();
            nodes.add(new Topology.Node(freeId(label, taken), label, spot.point(), spot.countryCode()));
        });
        return nodes;
    }

    private static String freeId(String label, Set<String> taken) {
        String slug = City.slug(label);
        String base =
                slug.isEmpty() || Character.isDigit(slug.charAt(0)) ? ("node-" + slug).replaceAll("-$", "") : slug;
        String id = base;
        for (int i = 2; !taken.add(id); i++) {
            id = String.format(Locale.ROOT, "%s-%d", base, i);
        }
        return id;
    }
}
