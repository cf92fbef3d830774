package org.tafsim.model;

import java.util.List;

/**
 * A legal entity that runs sites or services, or owns those who do.
 *
 * @param id as sites refer to it
 * @param seatCountry where it is established (ISO code)
 * @param controlledFrom countries from which it is controlled (ISO codes, in order); its own seat where nobody else does
 * @param owners who holds how much of it; empty where not stated
 * @param establishments countries in which it has one beside its seat
 * @param undertakings what it bound itself to, as rules name it: {@code secrecy}, {@code scc}, {@code dpf}
 */
public record Operator(
        String id,
        String seatCountry,
        List<String> controlledFrom,
        List<Holding> owners,
        List<String> establishments,
        List<String> undertakings) {

    /** Copies and checks. */
    public Operator {
        Require.name(id, "Operator");
        controlledFrom = List.copyOf(controlledFrom);
        owners = List.copyOf(owners);
        establishments = List.copyOf(establishments);
        undertakings = List.copyOf(undertakings);
        if (controlledFrom.isEmpty()) {
            throw new IllegalArgumentException("Operator %s: controlledFrom must name at least one country. "
                    .formatted(id)
                    .concat("Maybe its own seat, %s.".formatted(seatCountry)));
        }
        double held = owners.stream().mapToDouble(Holding::share).sum();
        if (held > 1 + 1e-9) {
            throw new IllegalArgumentException(
                    "Operator %s: its owners hold %.0f %% of it together, more than all.".formatted(id, 100 * held));
        }
    }

    /** The same operator, controlled from elsewhere. */
    public Operator controlledFrom(List<String> countries) {
        return new Operator(id, seatCountry, countries, owners, establishments, undertakings);
    }

    /** An operator of which nothing is known but its seat and who controls it. */
    public Operator(String id, String seatCountry, List<String> controlledFrom) {
        this(id, seatCountry, controlledFrom, List.of(), List.of(), List.of());
    }
}
