package org.tafsim.scenario;

import java.util.Optional;
import org.tafsim.model.CellGroup;
import org.tafsim.model.CellProfile;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Quantities;

/** Reads the cells over which a population is spread. */
final class CellGroupReader {

    private static final Format<Integer> COUNT =
            Quantities.count("24").that(count -> count <= CellGroup.MOST_CELLS, "not exceed " + CellGroup.MOST_CELLS);
    private static final Format<Double> BACKGROUND = Quantities.FRACTION.that(
            share -> share <= CellGroup.MOST_BACKGROUND, "not exceed " + CellGroup.MOST_BACKGROUND);

    private final Reading reading;

    CellGroupReader(Reading reading) {
        this.reading = reading;
    }

    Optional<CellGroup> read(Keys population) {
        return population.mapping("cells", "the cells of a population").flatMap(this::group);
    }

    private Optional<CellGroup> group(Keys keys) {
        int before = reading.problems().count();
        CellProfile profile = keys.required(
                "profile",
                Format.oneOf("a cell of the catalog", reading.catalog().cells()));
        int count = keys.required("count", COUNT);
        double spread = keys.optional("spread", Quantities.NATURAL_NUMBER, 0.0);
        Optional<Keys> background = keys.mapping("background", "the background load of cells");
        double up =
                background.map(load -> load.optional("uplink", BACKGROUND, 0.0)).orElse(0.0);
        double down = background
                .map(load -> load.optional("downlink", BACKGROUND, 0.0))
                .orElse(0.0);
        background.ifPresent(Keys::done);
        keys.done();
        if (reading.problems().count() > before) {
            return Optional.empty();
        }
        return reading.problems().build(keys.at(), () -> new CellGroup(profile, count, spread, up, down));
    }
}
