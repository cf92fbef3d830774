package org.tafsim.report.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Outlines of countries from a TopoJSON file, in which neighbors share the line between them, so that both sides are simplified
 * alike. Format: TopoJSON specification 1.0, quantized: points of a line are differences.
 */
final class Atlas {

    private final List<List<Ring.Point>> arcs;
    private final List<Country> countries;

    private Atlas(List<List<Ring.Point>> arcs, List<Country> countries) {
        this.arcs = arcs;
        this.countries = countries;
    }

    /**
     * A country.
     *
     * @param polygons each with its outer ring first; a ring is a list of lines, those below zero backwards from ~index
     */
    record Country(String name, List<List<int[]>> polygons) {}

    /**
     * Reads one.
     *
     * @param tolerance by which lines may be off (degrees)
     */
    static Atlas read(String topoJson, double tolerance) {
        JsonNode root = JsonMapper.shared().readTree(topoJson);
        List<Country> countries = new ArrayList<>();
        for (JsonNode one : root.path("objects").path("countries").path("geometries")) {
            List<List<int[]>> polygons = new ArrayList<>();
            if (one.path("type").asString("").equals("Polygon")) {
                polygons.add(rings(one.path("arcs")));
            } else {
                one.path("arcs").forEach(polygon -> polygons.add(rings(polygon)));
            }
            countries.add(new Country(one.path("properties").path("name").asString(""), polygons));
        }
        return new Atlas(arcs(root, tolerance), countries);
    }

    private static List<int[]> rings(JsonNode polygon) {
        List<int[]> rings = new ArrayList<>();
        for (JsonNode ring : polygon) {
            int[] indexes = new int[ring.size()];
            for (int i = 0; i < indexes.length; i++) {
                indexes[i] = ring.get(i).asInt();
            }
            rings.add(indexes);
        }
        return rings;
    }

    private static List<List<Ring.Point>> arcs(JsonNode root, double tolerance) {
        JsonNode scale = root.path("transform").path("scale");
        JsonNode translate = root.path("transform").path("translate");
        List<List<Ring.Point>> arcs = new ArrayList<>();
        for (JsonNode arc : root.path("arcs")) {
            List<Ring.Point> line = new ArrayList<>(arc.size());
            long x = 0;
            long y = 0;
            for (JsonNode step : arc) {
                x += step.get(0).asLong();
                y += step.get(1).asLong();
                line.add(new Ring.Point(
                        x * scale.get(0).asDouble() + translate.get(0).asDouble(),
                        y * scale.get(1).asDouble() + translate.get(1).asDouble()));
            }
            arcs.add(Ring.simplified(line, tolerance));
        }
        return arcs;
    }

    List<Country> countries() {
        return countries;
    }

    /** Points of a ring; the last is the first. */
    List<Ring.Point> ring(int[] indexes) {
        List<Ring.Point> points = new ArrayList<>();
        for (int index : indexes) {
            List<Ring.Point> arc = new ArrayList<>(arcs.get(index < 0 ? ~index : index));
            if (index < 0) {
                Collections.reverse(arc);
            }
            points.addAll(points.isEmpty() ? arc : arc.subList(1, arc.size()));
        }
        return points;
    }
}
