package org.tafsim.scenario.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tafsim.model.GeoPoint;
import org.tafsim.scenario.catalog.Gazetteer;
import org.tafsim.scenario.catalog.Locality;

/** Finds a point and a country for every node, and says which nodes have none. */
final class NodePlacing {

    /** Beyond this nothing is said of a country by a city's being the nearest. */
    private static final double FARTHEST_METERS = 300_000;

    /** Farther from the city it is called after, a node is perhaps put at another place of that name. */
    private static final double SUSPECT_METERS = 200_000;

    private final Gazetteer gazetteer;
    private final Coordinates coordinates;
    private final List<String> byName = new ArrayList<>();
    private final List<String> homeless = new ArrayList<>();
    private final List<String> suspect = new ArrayList<>();
    private final List<String> farAway = new ArrayList<>();
    private final Map<String, List<String>> unknownCountries = new TreeMap<>();
    private int byNearest;
    private double farthestMeters;

    NodePlacing(Gazetteer gazetteer, Coordinates coordinates) {
        this.gazetteer = gazetteer;
        this.coordinates = coordinates;
    }

    /** Where a node is. */
    record Spot(GeoPoint point, String countryCode) {}

    /** Spots by index of the node, in order; nodes without one are left out. */
    Map<Integer, Spot> place(List<StatedTopology.Node> nodes) {
        Map<Integer, Spot> spots = new LinkedHashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            int node = i;
            find(nodes.get(i)).ifPresent(spot -> spots.put(node, spot));
        }
        return spots;
    }

    private Optional<Spot> find(StatedTopology.Node node) {
        if (node.position().isPresent()) {
            GeoPoint point = CoordinateSense.point(node.position().get(), coordinates);
            compareWithName(node, point);
            return (node.country().isPresent() ? stated(node, node.country().get()) : nearest(node, point))
                    .map(code -> new Spot(point, code));
        }
        Optional<Locality> known = gazetteer.find(node.label());
        if (known.isEmpty()) {
            homeless.add(node.label());
            return Optional.empty();
        }
        return stated(node, known.get().countryCode()).map(code -> {
            byName.add(node.label());
            return new Spot(known.get().location(), code);
        });
    }

    /** The Zoo's geocoder found its New York in England. */
    private void compareWithName(StatedTopology.Node node, GeoPoint point) {
        gazetteer
                .find(node.label())
                .map(known -> known.location().distanceMeters(point))
                .filter(meters -> meters > SUSPECT_METERS)
                .ifPresent(meters ->
                        suspect.add(String.format(Locale.ROOT, "%s (%,.0f km)", node.label(), meters / 1000)));
    }

    private Optional<String> stated(StatedTopology.Node node, String country) {
        Optional<String> code = gazetteer.findCountry(country);
        if (code.isEmpty()) {
            unknownCountries.computeIfAbsent(country, any -> new ArrayList<>()).add(node.label());
        }
        return code;
    }

    private Optional<String> nearest(StatedTopology.Node node, GeoPoint point) {
        Locality nearest = gazetteer.nearest(point);
        double meters = nearest.location().distanceMeters(point);
        if (meters > FARTHEST_METERS) {
            farAway.add(node.label());
            return Optional.empty();
        }
        Optional<String> code = stated(node, nearest.countryCode());
        if (code.isPresent()) {
            byNearest++;
            farthestMeters = Math.max(farthestMeters, meters);
        }
        return code;
    }

    /** What the user should know of it. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!byName.isEmpty()) {
            notes.add("placed by name alone, as the file has no coordinates: " + Names.listed(byName));
        }
        if (byNearest > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "the country of %s is that of the nearest city known, up to %.0f km away: check it near borders",
                    Names.counted(byNearest, "node"),
                    farthestMeters / 1000));
        }
        if (!suspect.isEmpty()) {
            notes.add("the file puts %s far from the city of that name, perhaps in error: %s"
                    .formatted(Names.counted(suspect.size(), "node"), Names.listed(suspect)));
        }
        if (!homeless.isEmpty()) {
            notes.add("left out %s without coordinates, whose name is no city known: %s"
                    .formatted(Names.counted(homeless.size(), "node"), Names.listed(homeless)));
        }
        if (!farAway.isEmpty()) {
            notes.add("left out %s with no city known within %.0f km, so of no country: %s"
                    .formatted(Names.counted(farAway.size(), "node"), FARTHEST_METERS / 1000, Names.listed(farAway)));
        }
        unknownCountries.forEach((country, labels) -> notes.add("left out %s in %s, which the catalog lacks: %s"
                .formatted(Names.counted(labels.size(), "node"), country, Names.listed(labels))));
        return notes;
    }
}
