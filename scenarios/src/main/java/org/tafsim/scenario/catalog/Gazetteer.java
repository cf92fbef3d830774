package org.tafsim.scenario.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tafsim.model.GeoPoint;
import org.tafsim.scenario.source.Problems;

/** Tells where something lies by its name, and in which country by its place: the catalog's cities, and localities beside them. */
public final class Gazetteer {

    /** How files of networks call countries that the catalog calls otherwise. */
    private static final Map<String, String> OTHER_COUNTRY_NAMES = Map.of(
            "Czech Republic", "CZ",
            "Turkey", "TR",
            "Macedonia", "MK",
            "UK", "GB",
            "Great Britain", "GB",
            "USA", "US",
            "South Korea", "KR",
            "Russian Federation", "RU");

    private final List<Locality> localities;
    private final Map<String, Locality> byName = new HashMap<>(); // asked, never iterated
    private final Map<String, String> codeOfCountry = new HashMap<>(OTHER_COUNTRY_NAMES); // asked, never iterated

    private Gazetteer(Catalog catalog, List<Locality> localities) {
        this.localities = List.copyOf(localities);
        for (Locality locality : localities) {
            byName.putIfAbsent(key(locality.name()), locality);
            locality.aliases().forEach(alias -> byName.putIfAbsent(key(alias), locality));
        }
        catalog.countries().forEach((code, facts) -> {
            codeOfCountry.put(code, code);
            codeOfCountry.put(facts.country().name(), code);
        });
    }

    /** That of the cities of a catalog, which come first. */
    public static Gazetteer of(Catalog catalog) {
        Problems problems = new Problems();
        List<Locality> localities = new ArrayList<>(
                catalog.cities().values().stream().map(Locality::of).toList());
        localities.addAll(new PackedFiles()
                .read("localities.yaml", Locality.SECTION, problems)
                .values());
        if (!problems.isEmpty()) {
            throw new IllegalStateException("The shipped catalog is broken: " + problems.list());
        }
        return new Gazetteer(catalog, localities);
    }

    /** What has this name, whatever its accents and capitals; {@code Köln} and {@code Koeln} are one. */
    public Optional<Locality> find(String name) {
        return Optional.ofNullable(byName.get(key(name)));
    }

    private static String key(String name) {
        return City.slug(name).replace("ae", "a").replace("oe", "o").replace("ue", "u");
    }

    /** The nearest of all; the first of equally near ones. */
    public Locality nearest(GeoPoint point) {
        Locality nearest = null;
        double least = Double.POSITIVE_INFINITY;
        for (Locality locality : localities) {
            double meters = locality.location().distanceMeters(point);
            if (meters < least) {
                least = meters;
                nearest = locality;
            }
        }
        return Objects.requireNonNull(nearest, "The catalog has cities.");
    }

    /** Code of a country, by its code or name; empty where the catalog lacks it. */
    public Optional<String> findCountry(String name) {
        return Optional.ofNullable(codeOfCountry.get(name.strip()));
    }
}
