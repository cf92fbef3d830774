package org.tafsim.scenario.catalog;

import java.util.List;
import java.util.Optional;
import org.tafsim.model.GeoPoint;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Problems;

/**
 * A place whose country is known.
 *
 * @param name as people call it
 * @param countryCode ISO code
 * @param location its center
 * @param aliases other spellings
 */
public record Locality(String name, String countryCode, GeoPoint location, List<String> aliases) {

    static final Section<Locality> SECTION = new Section<>("localities", "a locality", "name", Locality::read);

    /** Copies. */
    public Locality {
        aliases = List.copyOf(aliases);
    }

    static Locality of(City city) {
        return new Locality(city.name(), city.countryCode(), city.location(), city.aliases());
    }

    private static Optional<Locality> read(String name, Keys keys, String source, Problems problems) {
        String country = keys.required("country", Format.TEXT);
        GeoPoint location = Entries.point(keys);
        return Optional.of(new Locality(name, country, location, keys.list("aliases", Format.TEXT)));
    }
}
