package org.tafsim.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tafsim.model.EmbodiedCarbon;
import org.tafsim.model.HardwareCost;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Quantities;

/** Reads what owning hardware costs, in money and in carbon of making it. */
final class OwnershipReader {

    private static final Format<Double> YEARS = Quantities.POSITIVE_NUMBER.named("years", "4");
    private static final Format<Double> KILOGRAMS = Quantities.NATURAL_NUMBER.named("kilograms of CO2e", "150");

    private final Reading reading;
    private final CardTariffs cards;

    OwnershipReader(Reading reading, CardTariffs cards) {
        this.reading = reading;
        this.cards = cards;
    }

    /** Of the accelerators in use that something is said of. */
    Map<String, HardwareCost> hardware(Map<String, Node> stated) {
        Map<String, HardwareCost> costs = new LinkedHashMap<>();
        stated.forEach((id, node) -> cost(node).ifPresent(cost -> costs.put(id, cost)));
        Map<String, HardwareCost> inUse = new LinkedHashMap<>();
        cards.inUse(costs).forEach((id, share) -> inUse.put(id, share.stated().times(share.share())));
        return inUse;
    }

    private Optional<HardwareCost> cost(Node node) {
        Keys keys = reading.keys(node, "the cost of owning an accelerator");
        double capex = keys.required("capex", EnergySection.EUR);
        double life = keys.required("lifeYears", YEARS);
        double opex = keys.optional("opexPerYear", EnergySection.EUR, 0.0);
        keys.done();
        return reading.problems().build(keys.at(), () -> new HardwareCost(capex, life, opex));
    }

    /** Carbon of making them, where the scenario asks for it. */
    Optional<EmbodiedCarbon> embodied(Keys energy, Format<String> card) {
        Optional<Keys> stated = energy.mapping("embodied", "the embodied carbon");
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        Keys keys = stated.get();
        double life = keys.optional("lifeYears", YEARS, EmbodiedCarbon.USUAL_LIFE_YEARS);
        double server = keys.optional("server", KILOGRAMS, 0.0);
        Map<String, Double> kilograms = new LinkedHashMap<>();
        keys.mapping("accelerators", "accelerators")
                .ifPresent(of -> of.fields()
                        .forEach(field -> kilograms.put(
                                Keys.read(new Node.Text(field.keyAt(), field.key()), card, reading.problems()),
                                Keys.read(field.value(), KILOGRAMS, reading.problems()))));
        keys.done();
        cards.unstated(kilograms)
                .forEach(id -> reading.problems()
                        .report(keys.at(), "nothing is said of %s, which replicas run on.".formatted(id)));
        Map<String, Double> inUse = new LinkedHashMap<>();
        cards.inUse(kilograms).forEach((id, share) -> inUse.put(id, share.share() * (share.stated() + server)));
        return reading.problems().build(keys.at(), () -> new EmbodiedCarbon(inUse, life));
    }
}
