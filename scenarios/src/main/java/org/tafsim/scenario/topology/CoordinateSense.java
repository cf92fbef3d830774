package org.tafsim.scenario.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.tafsim.model.GeoPoint;
import org.tafsim.scenario.catalog.Gazetteer;
import org.tafsim.scenario.topology.StatedTopology.Position;

/**
 * Finds out what the coordinates of a file are.
 *
 * <p>Degrees and minutes: no fraction is above .59, of at least 20 that are not 0 — were they decimal and even, by a chance of
 * (59/99)<sup>20</sup> = 3·10<sup>−5</sup> — and cities that the nodes are called after lie nearer that way. Nodes of one town
 * share their fractions, so without three such cities the values must lie in 15 different degrees.
 *
 * <p>A plane: a coordinate beyond ±180 or ±90; or stated lengths that great circles exceed in the median; or most of the cities that
 * the nodes are called after lie elsewhere.
 */
final class CoordinateSense {

    private static final double MOST_MINUTES = 0.5951;
    private static final int FEWEST_FRACTIONS = 20;
    private static final int FEWEST_DEGREES = 15;
    private static final int FEWEST_CITIES = 3;

    /** Great circle over stated length: fiber is longer than the line, by up to 5 times. */
    private static final double MOST_OVER_STATED = 1.15;

    private static final double LEAST_OVER_STATED = 0.2;

    /** Cities of one name in two countries lie farther apart; one city's center and outskirts do not. */
    private static final double FAR_METERS = 200_000;

    private static final int FEWEST_CITIES_OF_PLANE = 5;

    private final StatedTopology stated;
    private final Gazetteer gazetteer;
    private final List<Position> positions;

    CoordinateSense(StatedTopology stated, Gazetteer gazetteer) {
        this.stated = stated;
        this.gazetteer = gazetteer;
        positions = stated.nodes().stream()
                .flatMap(node -> node.position().stream())
                .toList();
    }

    /** What they are, and why, where that is to be told. */
    record Finding(Coordinates coordinates, Optional<String> reason) {
        static Finding plain() {
            return new Finding(Coordinates.DECIMAL, Optional.empty());
        }
    }

    /** The point that a position is, read one way. */
    static GeoPoint point(Position position, Coordinates coordinates) {
        return coordinates == Coordinates.DEGREES_MINUTES
                ? new GeoPoint(degrees(position.y()), degrees(position.x()))
                : new GeoPoint(position.y(), position.x());
    }

    /** 52.20 degrees and minutes as decimal degrees: 52 + 20/60. */
    static double degrees(double degreesMinutes) {
        double size = Math.abs(degreesMinutes);
        double whole = Math.floor(size + 1e-9);
        double minutes = Math.max(0, size - whole) * 100;
        return Math.copySign(whole + minutes / 60, degreesMinutes);
    }

    /** Whether positions can be points of the globe. */
    Optional<Position> findBeyond() {
        return positions.stream()
                .filter(position -> Math.abs(position.x()) > 180 || Math.abs(position.y()) > 90)
                .findFirst();
    }

    Finding find() {
        if (stated.coordinates().isPresent()) {
            return new Finding(stated.coordinates().get(), Optional.of("the file says so"));
        }
        Optional<Position> beyond = findBeyond();
        if (beyond.isPresent()) {
            return plane("(%s, %s) is no longitude and latitude"
                    .formatted(beyond.get().x(), beyond.get().y()));
        }
        Finding globe = globe();
        return lengthsContradict(globe.coordinates())
                .or(() -> citiesContradict(globe.coordinates()))
                .orElse(globe);
    }

    private static Finding plane(String reason) {
        return new Finding(Coordinates.PLANE, Optional.of(reason));
    }

    private Finding globe() {
        double[] values = positions.stream()
                .flatMapToDouble(position -> DoubleStream.of(position.x(), position.y()))
                .toArray();
        if (Arrays.stream(values).anyMatch(value -> fraction(value) > MOST_MINUTES || !hasTwoDecimals(value))
                || Arrays.stream(values).filter(value -> fraction(value) > 1e-6).count() < FEWEST_FRACTIONS) {
            return Finding.plain();
        }
        List<Double> decimal = offsets(Coordinates.DECIMAL);
        if (decimal.size() >= FEWEST_CITIES) {
            double asMinutes = median(offsets(Coordinates.DEGREES_MINUTES));
            return asMinutes < median(decimal)
                    ? minutes("the %d cities known lie %s away in the median, and %s as decimal degrees"
                            .formatted(decimal.size(), kilometers(asMinutes), kilometers(median(decimal))))
                    : Finding.plain();
        }
        long cells = positions.stream()
                        .map(position -> Math.floor(position.x()))
                        .distinct()
                        .count()
                + positions.stream()
                        .map(position -> Math.floor(position.y()))
                        .distinct()
                        .count();
        return cells >= FEWEST_DEGREES ? minutes("in %d different degrees".formatted(cells)) : Finding.plain();
    }

    private Finding minutes(String why) {
        return new Finding(
                Coordinates.DEGREES_MINUTES,
                Optional.of("no fraction of %d is above .59, and %s".formatted(2 * positions.size(), why)));
    }

    private static double fraction(double value) {
        return Math.abs(value) - Math.floor(Math.abs(value));
    }

    private static boolean hasTwoDecimals(double value) {
        double hundredths = value * 100;
        return Math.abs(hundredths - Math.rint(hundredths)) < 1e-6;
    }

    /** How far nodes lie from the cities they are called after (m). */
    private List<Double> offsets(Coordinates coordinates) {
        List<Double> meters = new ArrayList<>();
        for (StatedTopology.Node node : stated.nodes()) {
            if (node.position().isPresent()) {
                gazetteer
                        .find(node.label())
                        .ifPresent(city -> meters.add(city.location()
                                .distanceMeters(point(node.position().get(), coordinates))));
            }
        }
        return meters;
    }

    private Optional<Finding> lengthsContradict(Coordinates coordinates) {
        List<Double> ratios = new ArrayList<>();
        for (StatedTopology.Link link : stated.links()) {
            Optional<Position> from = stated.nodes().get(link.from()).position();
            Optional<Position> to = stated.nodes().get(link.to()).position();
            if (link.kilometers().isPresent() && from.isPresent() && to.isPresent()) {
                double meters = point(from.get(), coordinates).distanceMeters(point(to.get(), coordinates));
                ratios.add(meters / 1000 / link.kilometers().getAsDouble());
            }
        }
        if (ratios.isEmpty()) {
            return Optional.empty();
        }
        double median = median(ratios);
        return median > MOST_OVER_STATED || median < LEAST_OVER_STATED
                ? Optional.of(plane(String.format(
                        Locale.ROOT, "great circles are %.2f times the stated lengths in the median", median)))
                : Optional.empty();
    }

    private Optional<Finding> citiesContradict(Coordinates coordinates) {
        List<Double> offsets = offsets(coordinates);
        boolean isMany = offsets.size() >= FEWEST_CITIES_OF_PLANE && 3 * offsets.size() >= positions.size();
        return isMany && median(offsets) > FAR_METERS
                ? Optional.of(plane("the %d cities known lie %s away in the median"
                        .formatted(offsets.size(), kilometers(median(offsets)))))
                : Optional.empty();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted(Double::compare).toList();
        return sorted.get(sorted.size() / 2);
    }

    private static String kilometers(double meters) {
        return String.format(Locale.ROOT, "%,.0f km", meters / 1000);
    }
}
