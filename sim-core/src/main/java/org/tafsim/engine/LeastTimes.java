package org.tafsim.engine;

import java.util.HashMap;
import java.util.Map;
import org.tafsim.model.BatchReplicaSpec;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.ServedReplica;
import org.tafsim.serving.LeastTime;

/** Least times of replicas; those of replicas that are equal but for name and site are worked out once. */
final class LeastTimes {
    private final Map<ServedReplica, LeastTime> known = new HashMap<>(); // asked, never iterated

    LeastTime of(ServedReplica replica, int typicalInput, int typicalOutput) {
        return known.computeIfAbsent(anywhere(replica), one -> LeastTime.of(one, typicalInput, typicalOutput));
    }

    private static ServedReplica anywhere(ServedReplica replica) {
        if (replica instanceof ReplicaSpec spec) {
            return new ReplicaSpec(
                    "alike",
                    "anywhere",
                    spec.model(),
                    spec.accelerator(),
                    spec.parallelism(),
                    spec.precision(),
                    spec.limits(),
                    spec.constants());
        }
        if (replica instanceof BatchReplicaSpec spec) {
            return new BatchReplicaSpec(
                    "alike", "anywhere", spec.model(), spec.accelerator(), spec.maxItems(), spec.maxDelayNanos());
        }
        throw new IllegalArgumentException("Nobody serves %s.".formatted(replica));
    }
}
