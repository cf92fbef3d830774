package org.tafsim.model;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whose applications may be served at whose sites. Where it is stated, a request may leave the sites of its home operator only
 * under a contract.
 *
 * @param homes operator of an application, by their ids; of one that is not named, the operator of the UPF that its request passes
 * @param contracts the first that covers a request and has capacity left is the one that it is served under
 */
public record FederationSpec(Map<String, String> homes, List<Contract> contracts) {

    /** Copies and checks. */
    public FederationSpec {
        homes = Collections.unmodifiableMap(new LinkedHashMap<>(homes)); // keeps its order
        contracts = List.copyOf(contracts);
        Set<String> seen = new HashSet<>(); // asked, never iterated
        for (Contract contract : contracts) {
            if (!seen.add(contract.id())) {
                throw new IllegalArgumentException("Two things are called contract %s.".formatted(contract.id()));
            }
        }
    }
}
