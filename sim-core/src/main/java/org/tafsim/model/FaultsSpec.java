package org.tafsim.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What fails, and what is taken out of service on purpose.
 *
 * @param acceleratorsPerNode cards of a server, at least 1
 * @param random what fails by chance
 * @param scripted what fails at stated times
 * @param maintenance what is planned
 */
public record FaultsSpec(
        int acceleratorsPerNode, List<FaultSpec> random, List<ScriptedFault> scripted, List<Maintenance> maintenance) {

    /** Of the usual servers for H100 and its like. */
    public static final int USUAL_ACCELERATORS_PER_NODE = 8;

    /** Nothing ever fails. */
    public static final FaultsSpec NONE = new FaultsSpec(USUAL_ACCELERATORS_PER_NODE, List.of(), List.of(), List.of());

    /** Copies and checks. */
    public FaultsSpec {
        random = List.copyOf(random);
        scripted = List.copyOf(scripted);
        maintenance = List.copyOf(maintenance);
        Require.positive(acceleratorsPerNode, "Faults", "accelerators of a node");
        Set<String> seen = new HashSet<>(); // asked, never iterated
        for (String id : ids(random, scripted, maintenance)) {
            if (!seen.add(id)) {
                throw new IllegalArgumentException("Two things are called fault %s.".formatted(id));
            }
        }
    }

    /** Whether something of a kind may fail. */
    public boolean mayHit(FaultKind kind) {
        return random.stream().anyMatch(fault -> fault.kind() == kind)
                || scripted.stream().anyMatch(fault -> fault.kind() == kind);
    }

    /** Whether nothing ever fails. */
    public boolean isEmpty() {
        return random.isEmpty() && scripted.isEmpty() && maintenance.isEmpty();
    }

    /** Of all of them: by chance, at stated times, planned. */
    public List<String> ids() {
        return ids(random, scripted, maintenance);
    }

    private static List<String> ids(
            List<FaultSpec> random, List<ScriptedFault> scripted, List<Maintenance> maintenance) {
        List<String> ids = new ArrayList<>();
        random.forEach(fault -> ids.add(fault.id()));
        scripted.forEach(fault -> ids.add(fault.id()));
        maintenance.forEach(work -> ids.add(work.id()));
        return ids;
    }

    /** Where they happen. */
    List<FaultScope> scopes() {
        List<FaultScope> scopes = new ArrayList<>();
        random.forEach(fault -> scopes.add(fault.scope()));
        scripted.forEach(fault -> scopes.add(fault.scope()));
        maintenance.forEach(work -> scopes.add(work.scope()));
        return scopes;
    }
}
