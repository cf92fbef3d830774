package org.tafsim.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.model.Movement;
import org.tafsim.model.QuantileTable;
import org.tafsim.scenario.catalog.QuantileReader;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Quantities;

/** Reads how users move among the cells of their population. */
final class MovementReader {

    /**
     * Silence at a change of cell (ms): within one frequency of a standalone network, with a change of anchor between LTE and 5G, prepared by
     * conditions, with both cells at once. From memory of the standard and of simulators' defaults.
     */
    private static final Map<String, QuantileTable> PRESETS = Map.of(
            "basic", new QuantileTable(List.of(0.0, 0.5, 1.0), List.of(30.0, 50.0, 60.0)),
            "nsa", new QuantileTable(List.of(0.0, 0.5, 0.9, 1.0), List.of(100.0, 140.0, 200.0, 800.0)),
            "conditional", new QuantileTable(List.of(0.0, 1.0), List.of(25.0, 25.0)),
            "daps", new QuantileTable(List.of(0.0, 1.0), List.of(0.0, 2.0)));

    private static final Format<Double> LENGTH = Quantities.DISTANCE.that(meters -> meters > 0, "be more than zero");

    private final Reading reading;

    MovementReader(Reading reading) {
        this.reading = reading;
    }

    Optional<Movement> read(Keys population) {
        return population.mapping("movement", "the movement of users").flatMap(this::movement);
    }

    private Optional<Movement> movement(Keys keys) {
        int before = reading.problems().count();
        double share = keys.optional("share", Quantities.FRACTION, 1.0);
        double speed = keys.required("speed", Quantities.VELOCITY);
        double radius = keys.required("cellRadius", LENGTH);
        Optional<QuantileTable> interruption =
                keys.find("interruption").map(this::interruption).orElse(Optional.of(preset("basic")));
        keys.done();
        if (interruption.isEmpty() || reading.problems().count() > before) {
            return Optional.empty();
        }
        return reading.problems().build(keys.at(), () -> new Movement(share, speed, radius, interruption.get()));
    }

    private Optional<QuantileTable> interruption(Node node) {
        if (node instanceof Node.Fields) {
            return new QuantileReader(Quantities.MILLIS, reading.problems()).read(node);
        }
        Format<QuantileTable> format = new Format<>("an interruption", "basic", text -> {
            QuantileTable known = PRESETS.get(text);
            if (known != null) {
                return known;
            }
            double millis = Quantities.MILLIS.parse(text);
            return new QuantileTable(List.of(0.0, 1.0), List.of(millis, millis));
        });
        int before = reading.problems().count();
        QuantileTable read = Keys.read(node, format, reading.problems());
        return reading.problems().count() > before ? Optional.empty() : Optional.of(read);
    }

    private static QuantileTable preset(String name) {
        QuantileTable table = PRESETS.get(name);
        if (table == null) {
            throw new IllegalStateException("No preset %s.".formatted(name));
        }
        return table;
    }
}
