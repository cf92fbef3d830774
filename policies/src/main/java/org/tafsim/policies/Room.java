package org.tafsim.policies;

import org.tafsim.model.BatchReplicaSpec;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.ServedReplica;
import org.tafsim.policy.CandidatesView;

/** What replicas have left: KV blocks and places in the batch. Of one policy, which remembers how many places each replica has. */
public final class Room {

    private final Fact places = new Fact((view, candidate) -> places(view.replica(candidate)));

    private static int places(ServedReplica replica) {
        return replica instanceof ReplicaSpec spec
                ? spec.limits().sequences()
                : replica instanceof BatchReplicaSpec batch ? batch.maxItems() : 1;
    }

    /** Share of the places in its batch that requests in flight take, in [0, 1]. */
    double placesUsed(CandidatesView view, int candidate) {
        return Math.min(1, view.inFlightRequests(candidate) / places.of(view, candidate));
    }

    /** Share of its resources in use: the mean of KV blocks and places in the batch, as in NodeResourcesFit of kube-scheduler. */
    public Column used() {
        return (request, view, of, count, into) -> {
            for (int k = 0; k < count; k++) {
                into[k] = (view.kvUsedFraction(of[k]) + placesUsed(view, of[k])) / 2;
            }
        };
    }

    /** Share of what is scarcer, KV blocks or places in the batch, that is free; in [0, 1]. */
    Column free() {
        return (request, view, of, count, into) -> {
            for (int k = 0; k < count; k++) {
                into[k] = 1 - Math.max(view.kvUsedFraction(of[k]), placesUsed(view, of[k]));
            }
        };
    }

    /** Whether a request begins at once: nobody waits, a place is free, and at most this share of the KV blocks is in use. */
    boolean isThere(CandidatesView view, int candidate, double mostKv) {
        return view.waitingRequests(candidate) == 0
                && view.kvUsedFraction(candidate) <= mostKv
                && placesUsed(view, candidate) < 1;
    }

    /** 0 where it begins at once, 1 elsewhere. */
    public Column none(double mostKv) {
        return (request, view, of, count, into) -> {
            for (int k = 0; k < count; k++) {
                into[k] = isThere(view, of[k], mostKv) ? 0 : 1;
            }
        };
    }
}
