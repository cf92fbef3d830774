package org.tafsim.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tafsim.model.EmbodiedCarbon;
import org.tafsim.model.EnergySpec;
import org.tafsim.model.HardwareCost;
import org.tafsim.model.PowerSpec;
import org.tafsim.model.ServedReplica;
import org.tafsim.model.Site;
import org.tafsim.model.Tier;
import org.tafsim.scenario.catalog.Tariffs;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Quantities;

/** Reads power and prices; what is not stated comes from the catalog. */
final class EnergySection {

    static final Format<Double> FACTOR = Quantities.NATURAL_NUMBER.named("a factor", "1.2");
    static final Format<Double> EUR = Quantities.NATURAL_NUMBER.named("an amount in EUR", "0.2");

    private static final Format<Double> HOUR =
            Quantities.NATURAL_NUMBER.named("an hour of the day", "9").that(hour -> hour < 24, "be less than 24");

    private final Reading reading;
    private final Tariffs usual;

    EnergySection(Reading reading) {
        this.reading = reading;
        this.usual = reading.catalog().tariffs();
    }

    /**
     * Power and prices of these replicas and sites, for operators and sites that the references know.
     *
     * @param parts cards of sites that are capped, shared or cut
     */
    EnergySpec read(
            Keys scenario,
            List<ServedReplica> replicas,
            List<CardKind> parts,
            List<Site> sites,
            Format<String> operatorReference,
            Format<String> siteReference) {
        Keys keys = scenario.mapping("energy", "the energy")
                .orElseGet(() -> Keys.empty(scenario.at(), "the energy", reading.problems()));
        PowerSpec power = power(keys);
        CardTariffs cards = new CardTariffs(usual, replicas, parts);
        Format<String> card = Format.word("an accelerator", cards.names(reading.catalog()));
        Map<String, Double> hours = cards.hours(numbers(keys, "hours", card, EUR));
        Map<String, Double> caps = cards.caps(numbers(keys, "caps", card, Quantities.POWER));
        OwnershipReader owned = new OwnershipReader(reading, cards);
        Map<String, HardwareCost> hardware = owned.hardware(mappings(keys, "hardware", card));
        Optional<EmbodiedCarbon> embodied = owned.embodied(keys, card);
        double start = keys.optional("startHour", HOUR, 0.0);
        TariffReader tariffs = new TariffReader(
                reading,
                mappings(keys, "tiers", Format.constant("a tier", Tier.class)),
                mappings(keys, "countries", reading.catalog().country()),
                numbers(keys, "premiums", operatorReference, FACTOR),
                mappings(keys, "sites", siteReference));
        keys.done();
        return new EnergySpec(power, hours, caps, tariffs.read(sites, keys.at()), start, hardware, embodied);
    }

    private PowerSpec power(Keys keys) {
        double idle = keys.optional("idle", Quantities.FRACTION, usual.power().idleFraction());
        double active =
                keys.optional("active", Quantities.FRACTION, usual.power().activeFraction());
        double prefill = keys.optional("prefill", Quantities.FRACTION, active);
        double server = keys.optional("server", FACTOR, usual.power().serverFactor());
        return reading.problems()
                .build(keys.at(), () -> new PowerSpec(idle, active, prefill, server))
                .orElse(usual.power());
    }

    private <K> Map<K, Double> numbers(Keys keys, String key, Format<K> name, Format<Double> format) {
        return named(keys, key, name, value -> Keys.read(value, format, reading.problems()));
    }

    private <K> Map<K, Node> mappings(Keys keys, String key, Format<K> name) {
        return named(keys, key, name, value -> value);
    }

    private <K, V> Map<K, V> named(Keys keys, String key, Format<K> name, Function<Node, V> value) {
        Map<K, V> values = new LinkedHashMap<>();
        keys.mapping(key, key).map(Keys::fields).orElse(List.of()).forEach(field -> {
            Node.Text word = new Node.Text(field.keyAt(), field.key());
            values.put(Keys.read(word, name, reading.problems()), value.apply(field.value()));
        });
        return values;
    }
}
