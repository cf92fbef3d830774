package org.tafsim.scenario.source;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A family of units, as of time: what they are called in files and how many base units each is.
 *
 * <p>Computes in decimals, so that {@code 0.1 s} is exactly 100,000,000 ns.
 */
final class Unit {

    /** Digits and exponent are bounded, so that a number cannot grow without end. */
    private static final Pattern QUANTITY =
            Pattern.compile("([+-]?\\d{1,30}(?:\\.\\d{1,30})?(?:[eE][+-]?\\d{1,2})?)\\s*([^0-9.].*)?");

    private final Map<String, BigDecimal> units = new LinkedHashMap<>();
    private final Map<String, String> misspellings = new LinkedHashMap<>();

    private Unit() {}

    static Unit family() {
        return new Unit();
    }

    /** Adds a unit. */
    Unit unit(String name, String baseUnits) {
        units.put(name, new BigDecimal(baseUnits));
        return this;
    }

    /** Notes what people write instead of a unit. */
    Unit notAs(String name, String... misspelled) {
        List.of(misspelled).forEach(word -> misspellings.put(word, name));
        return this;
    }

    /** Number of base units. */
    BigDecimal parse(String text) throws Format.Refused {
        Matcher matcher = QUANTITY.matcher(text);
        if (!matcher.matches()) {
            throw Format.Refused.plainly();
        }
        String number = matcher.group(1);
        String name = Objects.requireNonNullElse(matcher.group(2), "");
        BigDecimal factor = units.get(name);
        if (factor != null) {
            return new BigDecimal(number).multiply(factor);
        }
        throw meant(name).map(unit -> Format.Refused.maybe(number + " " + unit)).orElseGet(Format.Refused::plainly);
    }

    private Optional<String> meant(String name) {
        if (name.isEmpty()) {
            return units.keySet().stream().findFirst();
        }
        String known = misspellings.get(name);
        return known != null ? Optional.of(known) : Suggestions.nearest(name, units.keySet());
    }
}
