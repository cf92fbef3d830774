package org.tafsim.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;

/** The ids of one kind of thing, each given once. */
final class Ids {

    private final String noun;
    private final Problems problems;
    private final Map<String, Place> places = new LinkedHashMap<>();

    /**
     * No ids yet.
     *
     * @param noun of a thing, without article, e.g. {@code site}
     */
    Ids(String noun, Problems problems) {
        this.noun = noun;
        this.problems = problems;
    }

    /** Notes an id; one that is taken is a problem. */
    void claim(String id, Place place) {
        Place first = places.putIfAbsent(id, place);
        if (first != null) {
            Optional<String> hint = first.equals(place)
                    ? Optional.of("Maybe add {city} or {n} to the id.")
                    : Optional.of("The other is at line %d.".formatted(first.line()));
            problems.report(place, "the %s '%s' is here twice.".formatted(noun, id), hint);
        }
    }

    /** All, in order. */
    Set<String> all() {
        return places.keySet();
    }

    /** A reference to one of them. */
    Format<String> reference() {
        String article = "aeiou".indexOf(noun.charAt(0)) >= 0 || noun.equals("UPF") ? "an " : "a ";
        return Format.word("the id of " + article + noun + " here", all());
    }
}
