package org.tafsim.serving;

import java.util.HashMap;
import java.util.Map;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.CardShare;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.Parallelism;
import org.tafsim.model.Precision;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.StepConstants;

/** How fast replicas are on whole accelerators, or on parts of them: those of one shape share their tables. */
final class Paces {
    private final Map<Shape, Pace> paces = new HashMap<>();

    /**
     * What a replica has on some part of its accelerators.
     *
     * @param time of its iterations
     * @param blocks of its KV pool
     */
    record Pace(IterationTime time, int blocks) {}

    /** What the iteration time depends on. */
    private record Shape(
            ModelProfile model,
            AcceleratorProfile accelerator,
            Parallelism parallelism,
            Precision precision,
            BatchLimits limits,
            StepConstants constants) {

        static Shape of(ReplicaSpec replica) {
            return new Shape(
                    replica.model(),
                    replica.accelerator(),
                    replica.parallelism(),
                    replica.precision(),
                    replica.limits(),
                    replica.constants());
        }
    }

    /**
     * Of a replica on a part of its accelerators.
     *
     * @throws IllegalArgumentException when its model does not fit there
     */
    Pace of(ReplicaSpec replica, CardShare part) {
        ReplicaSpec there = replica.on(part);
        return paces.computeIfAbsent(
                Shape.of(there),
                shape -> new Pace(IterationTime.of(there), KvCapacity.of(there).blocks()));
    }
}
