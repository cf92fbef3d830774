package org.tafsim.engine;

import java.util.List;

/**
 * Replicas of one site that are equal but for their names.
 *
 * @param site scenario index
 * @param replicas scenario indices, rising, at least one
 */
public record AlikeReplicas(int site, List<Integer> replicas) {

    /** Copies. */
    public AlikeReplicas {
        replicas = List.copyOf(replicas);
    }
}
