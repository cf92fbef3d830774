package org.tafsim.model;

import java.util.List;

/**
 * A state that can compel those in its reach.
 *
 * @param id e.g. {@code US}
 * @param countries an operator with its seat in, or controlled from, one of these is exposed
 */
public record Regime(String id, List<String> countries) {

    /** Copies and checks. */
    public Regime {
        Require.name(id, "Regime");
        countries = List.copyOf(countries);
    }
}
