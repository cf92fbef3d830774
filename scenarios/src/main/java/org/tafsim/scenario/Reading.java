package org.tafsim.scenario;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tafsim.model.GeoPoint;
import org.tafsim.scenario.catalog.Catalog;
import org.tafsim.scenario.catalog.City;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Problems;

/**
 * What the reading of one scenario has at hand.
 *
 * @param problems found so far
 * @param catalog with what the scenario adds to it
 * @param policies a scenario may name
 * @param day on which memberships of country sets are decided
 * @param folder against which paths in the file are resolved
 */
record Reading(Problems problems, Catalog catalog, KnownPolicies policies, LocalDate day, Path folder) {

    /** A place on the map. */
    record Location(String city, String countryCode, GeoPoint point, Optional<City> known) {}

    Keys keys(Node node, String noun) {
        return Keys.of(node, noun, problems);
    }

    /** Countries and sets of them, as one list without doubles. */
    List<String> countries(Keys keys, String key) {
        return keys.oneOrMore(key, catalog.countries(day)).stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** A city of the catalog, or any place with latitude, longitude and country. */
    Location location(Keys keys) {
        Optional<String> country = keys.find("country", catalog.country());
        boolean hasLatitude = keys.has("latitude");
        boolean hasLongitude = keys.has("longitude");
        if (hasLatitude || hasLongitude) {
            String name = keys.required("city", Format.TEXT);
            return new Location(
                    name,
                    country.orElseGet(() -> keys.required("country", catalog.country())),
                    catalog.point(keys),
                    Optional.empty());
        }
        City city = keys.required("city", catalog.city());
        if (country.isPresent() && !country.get().equals(city.countryCode())) {
            problems.report(
                    keys.at("country"),
                    "the city %s of the catalog is in %s, not %s."
                            .formatted(city.name(), city.countryCode(), country.get()),
                    Optional.of("Maybe state latitude and longitude of the place meant."));
        }
        return new Location(city.name(), city.countryCode(), city.location(), Optional.of(city));
    }
}
