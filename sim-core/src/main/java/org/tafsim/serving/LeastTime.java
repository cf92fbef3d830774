package org.tafsim.serving;

import org.tafsim.model.BatchReplicaSpec;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.ServedReplica;

/**
 * The least that a request takes of a replica, whatever else is there and however it is batched: the time until it is answered, and the
 * time of the replica that is its own, so that what a replica does in any stretch of time is at least the sum of its requests' parts
 * (docs/model/optimum.md). No part of its accelerators makes a replica faster than the whole.
 */
public sealed interface LeastTime permits LeastDecodeTime, LeastBatchTime {

    /** Whether a request fits when it is alone. */
    boolean canEverFit(int input, int output);

    /**
     * From submission to the first token, or the whole answer of a batch (ns).
     *
     * @param input tokens of the prompt, or units of the input
     * @param isKnown whether the text of the prompt is known, so that nearly all of it may be cached
     */
    long firstNanos(int input, boolean isKnown);

    /** So many tokens after the first (ns). */
    long laterNanos(int input, int tokens, boolean isKnown);

    /** Time of the replica until the first token that is the request's own (s). */
    double firstWorkSeconds(int input, boolean isKnown);

    /** The same of so many tokens after the first (s). */
    double laterWorkSeconds(int input, int tokens, boolean isKnown);

    /**
     * Of a replica.
     *
     * @param typicalInput of a request there: how the time of a step is split among its sequences is best for such; any number is right
     * @param typicalOutput likewise
     */
    static LeastTime of(ServedReplica replica, int typicalInput, int typicalOutput) {
        if (replica instanceof ReplicaSpec spec) {
            return new LeastDecodeTime(spec, typicalInput, typicalOutput);
        }
        if (replica instanceof BatchReplicaSpec spec) {
            return new LeastBatchTime(spec);
        }
        throw new IllegalArgumentException("Nobody serves %s.".formatted(replica));
    }
}
