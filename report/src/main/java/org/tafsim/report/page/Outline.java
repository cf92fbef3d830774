package org.tafsim.report.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Outlines of countries in a part of the world, as GeoJSON (RFC 7946): outer rings counterclockwise, holes clockwise, two decimals
 * of a degree.
 *
 * @param type {@code FeatureCollection}
 */
record Outline(String type, List<Feature> features) {

    /** Lines may be off by this share of the picture's width: half a pixel of a thousand. */
    private static final double TOLERANCE_SHARE = 0.0008;

    private static final double LEAST_TOLERANCE = 0.005;

    /** Islands less than this share of the picture across are left out. */
    private static final double ISLAND_SHARE = 0.004;

    private static final int DECIMALS = 2;
    private static final double STEPS_PER_DEGREE = 100;

    /** A country. */
    record Feature(String type, Map<String, String> properties, Geometry geometry) {}

    /** Its land. */
    record Geometry(String type, List<List<List<List<BigDecimal>>>> coordinates) {}

    /**
     * What of an atlas lies in a box.
     *
     * @param codes of countries by name; others keep their name
     */
    static Outline of(String topoJson, MapBox box, Map<String, String> codes) {
        double tolerance = Math.max(LEAST_TOLERANCE, TOLERANCE_SHARE * box.width());
        double across = ISLAND_SHARE * Math.max(box.width(), box.height());
        Atlas atlas = Atlas.read(topoJson, tolerance);
        List<Feature> features = new ArrayList<>();
        for (Atlas.Country country : atlas.countries()) {
            List<List<List<List<BigDecimal>>>> land = new ArrayList<>();
            for (List<int[]> polygon : country.polygons()) {
                polygon(atlas, polygon, box, across * across).ifPresent(land::add);
            }
            if (!land.isEmpty()) {
                String name = codes.getOrDefault(country.name(), country.name());
                features.add(new Feature("Feature", Map.of("name", name), new Geometry("MultiPolygon", land)));
            }
        }
        return new Outline("FeatureCollection", List.copyOf(features));
    }

    /** Codes of the countries that the catalog knows, by name. */
    static Map<String, String> codes() {
        Map<String, String> codes = new LinkedHashMap<>();
        ScenarioTree.packed("catalog/countries.yaml")
                .items("countries")
                .forEach(country -> codes.put(country.text("name"), country.text("code")));
        return codes;
    }

    private static Optional<List<List<List<BigDecimal>>>> polygon(
            Atlas atlas, List<int[]> rings, MapBox box, double leastArea) {
        List<List<List<BigDecimal>>> kept = new ArrayList<>();
        for (int i = 0; i < rings.size(); i++) {
            List<Ring.Point> ring = rounded(Ring.clipped(atlas.ring(rings.get(i)), box));
            double area = Ring.doubleArea(ring) / 2;
            if (Math.abs(area) >= leastArea) {
                boolean isOuter = i == 0;
                kept.add(coordinates(ring, area > 0 == isOuter));
            } else if (i == 0) {
                return Optional.empty();
            }
        }
        return Optional.of(kept);
    }

    /** On the grid of two decimals, without what falls on the same point. */
    private static List<Ring.Point> rounded(List<Ring.Point> ring) {
        List<Ring.Point> points = new ArrayList<>();
        for (Ring.Point point : ring) {
            Ring.Point on = new Ring.Point(
                    Math.rint(point.x() * STEPS_PER_DEGREE) / STEPS_PER_DEGREE,
                    Math.rint(point.y() * STEPS_PER_DEGREE) / STEPS_PER_DEGREE);
            if (points.isEmpty() || !points.get(points.size() - 1).equals(on)) {
                points.add(on);
            }
        }
        return points;
    }

    private static List<List<BigDecimal>> coordinates(List<Ring.Point> ring, boolean isForward) {
        List<Ring.Point> points = new ArrayList<>(ring);
        if (!isForward) {
            Collections.reverse(points);
        }
        return points.stream()
                .map(point -> List.of(degrees(point.x()), degrees(point.y())))
                .toList();
    }

    private static BigDecimal degrees(double value) {
        BigDecimal number = BigDecimal.valueOf(Math.round(value * STEPS_PER_DEGREE), DECIMALS)
                .stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }
}
