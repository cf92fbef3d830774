package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.kernel.random.KeyedDraws;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.FaultSpec;
import org.tafsim.workload.DurationSampler;

/** When one thing fails, or a region, and for how long: drawn by the number of the failure, whatever else happens. */
final class FaultSource {

    private static final int BETWEEN = 0;
    private static final int REPAIR = 1;
    private static final int CHANCE = 2;

    private final FaultSpec spec;
    private final List<FaultPart> parts;
    private final List<KeyedDraws> draws = new ArrayList<>();
    private final KeyedDraws ofEvents;
    private final DurationSampler between;
    private final DurationSampler repair;
    private int failures;

    private FaultSource(FaultSpec spec, List<FaultPart> parts, RandomStreams streams) {
        this.spec = spec;
        this.parts = parts;
        parts.forEach(part -> draws.add(streams.keyed(part.drawsOf(spec.id()))));
        ofEvents = isRegional() ? streams.keyed(eventStream(spec)) : draws.get(0);
        between = DurationSampler.of(spec.between());
        repair = DurationSampler.of(spec.repair());
    }

    /** Those of one kind of fault: one for the region, or one for each part. */
    static List<FaultSource> of(FaultSpec spec, List<FaultPart> parts, RandomStreams streams) {
        if (parts.isEmpty()) {
            return List.of();
        }
        if (spec.together().isPresent()) {
            return List.of(new FaultSource(spec, parts, streams));
        }
        return parts.stream()
                .map(part -> new FaultSource(spec, List.of(part), streams))
                .toList();
    }

    /** Name of the draws that say when regional events are. */
    static String eventStream(FaultSpec spec) {
        return "fault/" + spec.id();
    }

    FaultSpec spec() {
        return spec;
    }

    boolean isRegional() {
        return spec.together().isPresent();
    }

    /** Time to the next failure (ns), at least 1. */
    long nextNanos() {
        return Math.max(1, between.nanos(ofEvents.uniform(failures, BETWEEN)));
    }

    /** What fails now, and for how long. */
    Strike strike() {
        List<FaultPart> struck = new ArrayList<>();
        List<Long> repairNanos = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            if (!isRegional()
                    || draws.get(part).uniform(failures, CHANCE)
                            < spec.together().getAsDouble()) {
                struck.add(parts.get(part));
                repairNanos.add(Math.max(1, repair.nanos(draws.get(part).uniform(failures, REPAIR))));
            }
        }
        failures++;
        return new Strike(spec.id(), struck, repairNanos, spec.batteryNanos());
    }

    /**
     * What fails at one instant.
     *
     * @param id of the fault
     * @param repairNanos by part, at least 1; {@link Long#MAX_VALUE} where it fails for good
     * @param batteryNanos how long it does without
     */
    record Strike(String id, List<FaultPart> parts, List<Long> repairNanos, long batteryNanos) {

        /** Parts that take so long. */
        List<FaultPart> withRepair(long nanos) {
            return only(nanos, nanos);
        }

        /** Parts that the battery does not bridge. */
        List<FaultPart> notBridged() {
            return only(batteryNanos + 1, Long.MAX_VALUE);
        }

        private List<FaultPart> only(long least, long most) {
            List<FaultPart> some = new ArrayList<>();
            for (int part = 0; part < parts.size(); part++) {
                if (repairNanos.get(part) >= least && repairNanos.get(part) <= most) {
                    some.add(parts.get(part));
                }
            }
            return some;
        }
    }
}
