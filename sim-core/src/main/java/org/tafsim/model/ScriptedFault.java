package org.tafsim.model;

import java.util.OptionalLong;

/**
 * Something breaks at a stated time.
 *
 * @param id unique among the faults
 * @param kind what breaks
 * @param scope where; everything of the kind there
 * @param atNanos when (ns since the start of the run), at least 0
 * @param lastsNanos until it is repaired (ns); for good where empty
 * @param batteryNanos how long a site goes on without its feed (ns); 0 but for {@link FaultKind#POWER}
 */
public record ScriptedFault(
        String id, FaultKind kind, FaultScope scope, long atNanos, OptionalLong lastsNanos, long batteryNanos) {

    /** Checks. */
    public ScriptedFault {
        String owner = "Fault " + Require.name(id, "Fault");
        Require.atLeastZero(atNanos, owner, "time (ns)");
        lastsNanos.ifPresent(nanos -> Require.positive(nanos, owner, "length (ns)"));
        FaultSpec.requireBattery(kind, batteryNanos, owner);
    }
}
