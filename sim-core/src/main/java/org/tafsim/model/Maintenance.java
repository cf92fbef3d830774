package org.tafsim.model;

import java.util.OptionalLong;

/**
 * Work that is planned: one after the other is closed to new requests, drained, stopped, worked on and opened again.
 *
 * @param id unique among the faults
 * @param kind what is worked on at a time: a site, a node or an accelerator
 * @param scope where
 * @param atNanos when the first is closed (ns since the start of the run), at least 0
 * @param everyNanos from one round's beginning to the next, which waits for the end of the one before (ns); once where empty
 * @param atOnce how many are worked on at a time, at least 1
 * @param graceNanos how long one that is closed waits for what it has (ns); then it stops all the same
 * @param takesNanos from its stop until it opens (ns)
 */
public record Maintenance(
        String id,
        FaultKind kind,
        FaultScope scope,
        long atNanos,
        OptionalLong everyNanos,
        int atOnce,
        long graceNanos,
        long takesNanos) {

    /** Checks. */
    public Maintenance {
        String owner = "Maintenance " + Require.name(id, "Maintenance");
        Require.atLeastZero(atNanos, owner, "time (ns)");
        everyNanos.ifPresent(nanos -> Require.positive(nanos, owner, "period (ns)"));
        Require.positive(atOnce, owner, "number at once");
        Require.atLeastZero(graceNanos, owner, "grace (ns)");
        Require.positive(takesNanos, owner, "length (ns)");
        if (kind != FaultKind.SITE && kind != FaultKind.NODE && kind != FaultKind.ACCELERATOR) {
            throw new IllegalArgumentException(
                    "%s: it works on sites, nodes or accelerators, not on %s.".formatted(owner, kind.word()));
        }
    }
}
