package org.tafsim.engine;

import java.util.List;

/**
 * What users ask for in one replication, and the least that any policy can make of it: the same for all policies, as common random numbers
 * give them the same requests.
 *
 * @param places where requests can be served
 * @param requests those that count, or may, by application and arrival
 * @param endNanos end of the run (ns)
 */
public record Demand(List<AlikeReplicas> places, List<RequestDemand> requests, long endNanos) {

    /** Copies. */
    public Demand {
        places = List.copyOf(places);
        requests = List.copyOf(requests);
    }
}
