package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tafsim.scenario.catalog.Catalog;
import org.tafsim.scenario.catalog.City;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Quantities;

/**
 * Which cities of the catalog are meant; they come largest first.
 *
 * @param countries whose cities; all where empty
 * @param names of the cities; all where empty
 * @param populationAtLeast persons in the urban area
 * @param capitalsOnly only capitals
 * @param near only cities around this one
 * @param withinMeters of {@code near} (m)
 * @param largest at most so many
 */
record CityFilter(
        List<String> countries,
        List<City> names,
        long populationAtLeast,
        boolean capitalsOnly,
        Optional<City> near,
        double withinMeters,
        int largest) {

    private static final double WITHIN_METERS = 300_000;

    static final CityFilter ALL =
            new CityFilter(List.of(), List.of(), 0, false, Optional.empty(), 0, Integer.MAX_VALUE);

    static CityFilter read(Keys where, Reading reading) {
        CityFilter filter = new CityFilter(
                reading.countries(where, "countries"),
                where.list("cities", reading.catalog().city()),
                where.optional("populationAtLeast", Quantities.whole(0, 100_000_000, "500000"), 0L),
                where.optional("capitals", Format.FLAG, false),
                where.find("near", reading.catalog().city()),
                where.optional("within", Quantities.DISTANCE, WITHIN_METERS),
                where.optional("largest", Quantities.count("30"), Integer.MAX_VALUE));
        where.done();
        return filter;
    }

    /** The cities meant, or the capitals of their countries. */
    List<City> choose(Catalog catalog, boolean isPerCountry) {
        List<City> chosen = catalog.cities().values().stream()
                .filter(city -> countries.isEmpty() || countries.contains(city.countryCode()))
                .filter(city -> names.isEmpty() || names.contains(city))
                .filter(city -> city.population() >= populationAtLeast)
                .filter(city -> !capitalsOnly || city.isCapital())
                .filter(city -> near.map(center -> isWithin(city, center)).orElse(true))
                .limit(largest)
                .toList();
        return isPerCountry ? capitals(chosen, catalog) : chosen;
    }

    private boolean isWithin(City city, City center) {
        return city.location().distanceMeters(center.location()) <= withinMeters;
    }

    private static List<City> capitals(List<City> cities, Catalog catalog) {
        Set<String> codes = new LinkedHashSet<>();
        cities.forEach(city -> codes.add(city.countryCode()));
        List<City> capitals = new ArrayList<>();
        codes.stream().map(catalog::findCapital).flatMap(Optional::stream).forEach(capitals::add);
        return capitals;
    }
}
