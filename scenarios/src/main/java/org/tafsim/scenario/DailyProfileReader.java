package org.tafsim.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.model.DiurnalProfile;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Quantities;

/** Reads the shape of a rate over the day: one of the catalog, or 24 factors. */
final class DailyProfileReader {

    private DailyProfileReader() {}

    static Optional<DiurnalProfile> read(Keys keys, Reading reading) {
        Map<String, List<Double>> presets = reading.catalog().profiles();
        Optional<List<Double>> preset = keys.find("preset", Format.oneOf("a daily profile of the catalog", presets));
        List<Double> hours = preset.orElseGet(() -> keys.list("hours", Quantities.NATURAL_NUMBER));
        if (preset.isPresent() && keys.has("hours")) {
            reading.problems().report(keys.at("hours"), "'hours' and 'preset' do not go together.");
        }
        double start = keys.optional("startHour", Quantities.NATURAL_NUMBER.named("an hour of the day", "9"), 0.0);
        keys.done();
        return reading.problems().build(keys.at(), () -> new DiurnalProfile(hours, start));
    }
}
