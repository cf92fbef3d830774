package org.tafsim.scenario;

import java.util.List;
import java.util.Optional;
import org.tafsim.model.Battery;
import org.tafsim.model.DiurnalProfile;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Quantities;

/** Reads how a site is supplied: hours of its electricity, its battery, its backhaul. */
final class SupplyReader {

    private static final Format<Double> EFFICIENCY = Quantities.FRACTION.that(share -> share > 0, "be more than zero");
    private static final Format<Battery.By> BY = Format.constant("what a battery takes turns by", Battery.By.class);

    private final Reading reading;

    SupplyReader(Reading reading) {
        this.reading = reading;
    }

    /** Factors by the hour of the day: a list of 24, or a daily profile of the catalog. */
    List<Double> hours(Keys keys, String key, List<Double> otherwise) {
        Optional<Node> node = keys.find(key);
        if (node.isEmpty()) {
            return otherwise;
        }
        List<Double> stated = node.get() instanceof Node.Text name
                ? keys.read(
                        name,
                        Format.oneOf(
                                "a daily profile of the catalog",
                                reading.catalog().profiles()))
                : keys.list(key, Quantities.NATURAL_NUMBER);
        return reading.problems()
                .build(node.get().at(), () -> new DiurnalProfile(stated, 0).hourlyFactors())
                .orElse(otherwise);
    }

    /** What is sent and received costs so much (EUR/GB). */
    static double backhaul(Keys keys, double otherwise) {
        return keys.optional("backhaulEurPerGb", EnergySection.EUR, otherwise);
    }

    Optional<Battery> battery(Keys site) {
        Optional<Keys> stated = site.mapping("battery", "the battery of a site");
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        Keys keys = stated.get();
        double capacity = keys.required("capacity", Quantities.ENERGY);
        double power = keys.required("power", Quantities.POWER);
        double efficiency = keys.optional("efficiency", EFFICIENCY, Battery.USUAL_EFFICIENCY);
        Battery.By by = keys.optional("by", BY, Battery.By.PRICE);
        keys.done();
        return reading.problems().build(keys.at(), () -> new Battery(capacity, power / 1000, efficiency, by));
    }
}
