package org.tafsim.model;

import java.util.OptionalDouble;

/**
 * What breaks again and again, and is repaired.
 *
 * @param id unique among the faults; names its random numbers and its results
 * @param kind what breaks
 * @param scope where; the control plane is one for all sites
 * @param between time from the start of the run, and from each repair, to the next failure; of regional events, from each to the next
 * @param repair time from a failure to its repair
 * @param together where stated, failures are regional events, each of which takes everything in the scope with this chance, in
 *     (0, 1]; else everything fails by itself
 * @param batteryNanos how long a site goes on without its feed (ns); 0 but for {@link FaultKind#POWER}
 */
public record FaultSpec(
        String id,
        FaultKind kind,
        FaultScope scope,
        DurationSpec between,
        DurationSpec repair,
        OptionalDouble together,
        long batteryNanos) {

    /** Checks. */
    public FaultSpec {
        String owner = "Fault " + Require.name(id, "Fault");
        together.ifPresent(chance -> Require.share(chance, owner, "chance of each"));
        requireBattery(kind, batteryNanos, owner);
        if (between instanceof DurationSpec.Constant constant) {
            Require.positive(constant.nanos(), owner, "time between failures (ns)");
        }
        if (kind == FaultKind.CONTROL_PLANE && together.isPresent()) {
            throw new IllegalArgumentException(owner + ": there is one control plane, which fails with nothing else.");
        }
    }

    static void requireBattery(FaultKind kind, long nanos, String owner) {
        Require.atLeastZero(nanos, owner, "battery (ns)");
        if (nanos > 0 && kind != FaultKind.POWER) {
            throw new IllegalArgumentException(
                    "%s: a battery (%d ns) bridges power only, not %s.".formatted(owner, nanos, kind.word()));
        }
    }
}
