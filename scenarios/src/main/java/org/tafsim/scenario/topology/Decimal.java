package org.tafsim.scenario.topology;

import java.util.Optional;
import java.util.OptionalDouble;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.PlainDecimal;
import org.tafsim.scenario.source.Problems;

/** Numbers of topologies. */
final class Decimal {

    private Decimal() {}

    /** A number; empty where the text is none, or is too large for one. */
    static OptionalDouble find(String text) {
        return PlainDecimal.find(text, Double.MAX_VALUE);
    }

    /** A number; 0 and a problem where the text is none. */
    static double read(Place at, String noun, String text, Problems problems) {
        OptionalDouble value = find(text);
        if (value.isEmpty()) {
            problems.report(at, "%s \"%s\" is not a number.".formatted(noun, text));
        }
        return value.orElse(0);
    }

    /** The position that two texts state; empty where neither is there, a problem where one is. */
    static Optional<StatedTopology.Position> position(
            Place at, Optional<String> x, Optional<String> y, Problems problems) {
        if (x.isEmpty() && y.isEmpty()) {
            return Optional.empty();
        }
        if (x.isEmpty() || y.isEmpty()) {
            problems.report(at, "a node has one of longitude and latitude, not both.");
            return Optional.empty();
        }
        return Optional.of(new StatedTopology.Position(
                read(at, "the longitude", x.get(), problems), read(at, "the latitude", y.get(), problems)));
    }
}
