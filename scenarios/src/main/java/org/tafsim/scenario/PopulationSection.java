package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.model.AccessProfile;
import org.tafsim.model.CellGroup;
import org.tafsim.model.Movement;
import org.tafsim.model.Population;
import org.tafsim.scenario.catalog.City;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Quantities;

/** Reads the users: where they are, and over which radio and UPF they come. */
final class PopulationSection {

    private final Reading reading;
    private final UpfSection upfs;
    private final Ids ids;
    private final Map<String, AccessProfile> accesses = new LinkedHashMap<>();

    PopulationSection(Reading reading, UpfSection upfs) {
        this.reading = reading;
        this.upfs = upfs;
        this.ids = new Ids("population", reading.problems());
    }

    /** Populations of plain entries. */
    List<Population> read(List<Node> entries) {
        List<Population> populations = new ArrayList<>();
        entries.forEach(entry -> population(entry).ifPresent(populations::add));
        return populations;
    }

    private Optional<Population> population(Node entry) {
        Keys keys = reading.keys(entry, "a population");
        List.of("per", "where", "count").forEach(keys::find);
        Reading.Location location = reading.location(keys);
        String id = keys.optional("id", Format.TEXT, City.slug(location.city()));
        ids.claim(id, keys.at("id"));
        AccessProfile access = keys.required(
                "access",
                Format.oneOf("a radio access of the catalog", reading.catalog().accesses()));
        accesses.putIfAbsent(access.id(), access);
        String upf = upfs.of(keys, location);
        double persons =
                location.known().map(city -> (double) city.population()).orElse(1.0);
        double weight = keys.optional("weight", Quantities.POSITIVE_NUMBER, persons);
        Optional<CellGroup> cells = new CellGroupReader(reading).read(keys);
        Optional<Movement> movement = new MovementReader(reading).read(keys);
        keys.done();
        return reading.problems()
                .build(
                        keys.at(),
                        () -> new Population(
                                id,
                                location.city(),
                                location.countryCode(),
                                location.point(),
                                weight,
                                access.id(),
                                upf,
                                cells,
                                movement));
    }

    /** A reference to one of them. */
    Format<String> reference() {
        return ids.reference();
    }

    /** The radios in use, in the order of the populations. */
    List<AccessProfile> accesses() {
        return List.copyOf(accesses.values());
    }
}
