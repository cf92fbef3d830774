package org.tafsim.model;

import java.util.Optional;

/**
 * Users who go to another place while their session goes on: over a border, or to the cells of another UPF. What they send from then on
 * comes from the users of that place: over its access and UPF, and under its law. An answer under way still reaches them by the old
 * way.
 *
 * @param id unique
 * @param fromPopulationId where they are
 * @param toPopulationId where they go
 * @param share of the sessions of those users, in (0, 1]
 * @param after time from the begin of the session, or from the journey before
 * @param hours in which they go; whose time to go would come at another stays. At any hour where empty
 */
public record Journey(
        String id,
        String fromPopulationId,
        String toPopulationId,
        double share,
        DurationSpec after,
        Optional<HoursOfDay> hours) {

    /** A journey at any hour. */
    public Journey(String id, String fromPopulationId, String toPopulationId, double share, DurationSpec after) {
        this(id, fromPopulationId, toPopulationId, share, after, Optional.empty());
    }

    /** Checks. */
    public Journey {
        Require.name(id, "Journey");
        Require.share(share, "Journey " + id, "share of the sessions");
        if (fromPopulationId.equals(toPopulationId)) {
            throw new IllegalArgumentException("Journey %s ends where it begins.".formatted(id));
        }
    }
}
