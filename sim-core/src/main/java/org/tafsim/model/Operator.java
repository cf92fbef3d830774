package org.tafsim.model;

import java.util.List;

/**
 * A legal entity that runs sites.
 *
 * @param id as sites refer to it
 * @param seatCountry where it is established (ISO code)
 * @param controlledFrom countries from which it is controlled through ownership (ISO codes, in order); its own seat where
 *     nobody else controls it
 */
public record Operator(String id, String seatCountry, List<String> controlledFrom) {

    /** Copies and checks. */
    public Operator {
        Require.name(id, "Operator");
        controlledFrom = List.copyOf(controlledFrom);
        if (controlledFrom.isEmpty()) {
            throw new IllegalArgumentException("Operator %s: controlledFrom must name at least one country. "
                    .formatted(id)
                    .concat("Maybe its own seat, %s.".formatted(seatCountry)));
        }
    }
}
