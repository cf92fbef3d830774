package org.tafsim.model;

import java.util.Optional;

/**
 * Users of one place, all reached over the same kind of radio and the same UPF.
 *
 * @param id unique
 * @param city for people
 * @param countryCode whose law covers them as data subjects
 * @param location where they are
 * @param weight their share of the traffic, relative to the others (persons, say)
 * @param accessId the radio they use, one of {@link Scenario#accesses()}
 * @param upfId where their traffic leaves the 5G network, one of {@link Scenario#upfs()}
 * @param cells whose capacity they share; where empty, every transfer goes at the rate of the access, whatever the load
 * @param movement of the users; they stay where they are where empty
 */
public record Population(
        String id,
        String city,
        String countryCode,
        GeoPoint location,
        double weight,
        String accessId,
        String upfId,
        Optional<CellGroup> cells,
        Optional<Movement> movement) {

    /** Users who never make each other wait on the radio. */
    public Population(
            String id,
            String city,
            String countryCode,
            GeoPoint location,
            double weight,
            String accessId,
            String upfId) {
        this(id, city, countryCode, location, weight, accessId, upfId, Optional.empty(), Optional.empty());
    }

    /** Checks. */
    public Population {
        Require.name(id, "Population");
        Require.positive(weight, "Population " + id, "weight");
    }
}
