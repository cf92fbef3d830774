package org.tafsim.scenario;

import java.nio.file.InvalidPathException;
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
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;

/**
 * What the reading of one scenario has at hand.
 *
 * @param problems found so far
 * @param catalog with what the scenario adds to it
 * @param policies a scenario may name
 * @param day on which memberships of country sets are decided
 * @param folder against which paths in the file are resolved
 * @param isConfined whether all files it names must lie below that folder
 */
record Reading(
        Problems problems, Catalog catalog, KnownPolicies policies, LocalDate day, Path folder, boolean isConfined) {

    /** A place on the map. */
    record Location(String city, String countryCode, GeoPoint point, Optional<City> known) {}

    Keys keys(Node node, String noun) {
        return Keys.of(node, noun, problems);
    }

    /** A file that the scenario names; empty where the name is no path, or leads out of a confined folder. */
    Optional<Path> file(Place at, String name) {
        try {
            Path file = folder.resolve(name);
            if (isConfined && !isBelow(file)) {
                problems.report(at, "\"%s\" lies outside the folder of the scenario.".formatted(name));
                return Optional.empty();
            }
            return Optional.of(file);
        } catch (InvalidPathException e) {
            problems.report(at, "\"%s\" is not a path.".formatted(name));
            return Optional.empty();
        }
    }

    private boolean isBelow(Path file) {
        Path root = folder.toAbsolutePath().normalize();
        return file.toAbsolutePath().normalize().startsWith(root);
    }

    /** The same under the law of another day, or with other members of country sets; problems are not told again. */
    Reading under(Catalog otherCatalog, LocalDate otherDay) {
        return new Reading(problems, otherCatalog, policies, otherDay, folder, isConfined);
    }

    /** The same, to read again what has been read: nobody hears of problems. */
    Reading unheard() {
        return new Reading(new Problems(), catalog, policies, day, folder, isConfined);
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
