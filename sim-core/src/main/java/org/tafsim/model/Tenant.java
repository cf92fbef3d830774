package org.tafsim.model;

import java.util.List;
import java.util.OptionalInt;

/**
 * On whose behalf an application runs, and what that asks of places.
 *
 * @param country of the tenant; empty where nobody says
 * @param minimumSeal levels asked of the eight objectives SOV-1 to SOV-8; empty where none are
 * @param minimumUnionAssuranceLevel asked, 1 to 4; empty where none is
 */
public record Tenant(List<String> country, List<Integer> minimumSeal, OptionalInt minimumUnionAssuranceLevel) {

    /** Asks nothing. */
    public static final Tenant UNSTATED = new Tenant(List.of(), List.of(), OptionalInt.empty());

    /** Copies and checks. */
    public Tenant {
        country = List.copyOf(country);
        minimumSeal = List.copyOf(minimumSeal);
        if (!(minimumSeal.isEmpty() || minimumSeal.size() == Trust.OBJECTIVES)) {
            throw new IllegalArgumentException(
                    "Minimum SEAL levels (%s) are eight, one for each of SOV-1 to SOV-8.".formatted(minimumSeal));
        }
    }
}
