package org.tafsim.policies;

import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.BatchReplicaSpec;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.ServedReplica;
import org.tafsim.policies.expression.Expression.Numeric;
import org.tafsim.policy.CandidatesView;

/** What several policies ask about a candidate. */
public final class Measures {

    /** Predicted time to first token (s). */
    public static final Numeric TTFT = (request, view, i) -> view.predictedTtftSeconds(i, request.promptTokens());

    /** Round trip (s). */
    public static final Numeric RTT = (request, view, i) -> view.roundTripSeconds(i);

    /** Requests in flight. */
    public static final Numeric IN_FLIGHT = (request, view, i) -> view.inFlightRequests(i);

    /** Share of its resources in use: the mean of KV blocks and places in the batch, as in NodeResourcesFit of kube-scheduler. */
    public static final Numeric ALLOCATED = (request, view, i) -> (view.kvUsedFraction(i) + placesUsed(view, i)) / 2;

    private Measures() {}

    /** Steps from the far edge: 0 there, 3 in the cloud. */
    public static int tierSteps(CandidatesView view, int candidate) {
        return switch (view.site(candidate).tier()) {
            case FAR_EDGE -> 0;
            case NEAR_EDGE -> 1;
            case REGIONAL -> 2;
            case CLOUD -> 3;
        };
    }

    /** Share of what is scarcer, KV blocks or places in the batch, that is free; in [0, 1]. */
    public static double room(CandidatesView view, int candidate) {
        return 1 - Math.max(view.kvUsedFraction(candidate), placesUsed(view, candidate));
    }

    /** Whether a request begins at once: nobody waits, a place is free, and at most this share of the KV blocks is in use. */
    public static boolean hasRoom(CandidatesView view, int candidate, double mostKv) {
        return view.waitingRequests(candidate) == 0
                && view.kvUsedFraction(candidate) <= mostKv
                && placesUsed(view, candidate) < 1;
    }

    /** Share of the places in its batch that requests in flight take, in [0, 1]. */
    public static double placesUsed(CandidatesView view, int candidate) {
        return Math.min(1, view.inFlightRequests(candidate) / (double) places(view.replica(candidate)));
    }

    private static int places(ServedReplica replica) {
        return replica instanceof ReplicaSpec spec
                ? spec.limits().sequences()
                : replica instanceof BatchReplicaSpec batch ? batch.maxItems() : 1;
    }

    /** Energy of its accelerator for a computation at full power and peak (J per FLOP), by the data sheet. */
    public static double joulesPerFlop(CandidatesView view, int candidate) {
        AcceleratorProfile accelerator = view.replica(candidate).accelerator();
        return accelerator.boardWatts() / accelerator.bf16FlopsPerSecond();
    }

    /** Bytes of memory of its accelerators. */
    public static double memoryBytes(CandidatesView view, int candidate) {
        ServedReplica replica = view.replica(candidate);
        return (double) replica.accelerator().memoryBytes() * replica.accelerators();
    }
}
