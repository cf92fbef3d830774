package org.tafsim.scenario.topology;

import java.util.Optional;

/**
 * What the user decides about a topology.
 *
 * @param coordinates what those of the file are; found out where empty
 * @param isEuropeOnly whether nodes outside Europe are left out
 */
public record TopologyChoices(Optional<Coordinates> coordinates, boolean isEuropeOnly) {

    /** Nothing decided. */
    public static TopologyChoices none() {
        return new TopologyChoices(Optional.empty(), false);
    }
}
