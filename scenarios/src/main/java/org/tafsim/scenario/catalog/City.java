package org.tafsim.scenario.catalog;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.tafsim.model.GeoPoint;

/**
 * A city to put sites and people in.
 *
 * @param name as the catalog spells it
 * @param countryCode ISO code
 * @param location its center
 * @param population of its urban area (persons)
 * @param isCapital of its country
 * @param aliases other spellings
 * @param source where the figures come from
 */
public record City(
        String name,
        String countryCode,
        GeoPoint location,
        long population,
        boolean isCapital,
        List<String> aliases,
        String source) {

    /** Copies. */
    public City {
        aliases = List.copyOf(aliases);
    }

    /** Its name for ids: lower case, without accents, hyphens for the rest, e.g. {@code the-hague}. */
    public String slug() {
        return slug(name);
    }

    /** Any name for ids. */
    public static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
