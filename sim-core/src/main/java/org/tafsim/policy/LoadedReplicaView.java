package org.tafsim.policy;

import org.tafsim.model.ServedReplica;

/** A replica on demand that is loaded. */
public interface LoadedReplicaView {

    /** Its description. */
    ServedReplica replica();

    /** Scenario index of the replica. */
    int replicaIndex();

    /** Time since a request was in service at it (s). */
    double idleSeconds();

    /** Time since it was loaded (s). */
    double loadedSeconds();

    /** Requests it has begun to serve since it was loaded. */
    long requests();

    /** Memory that it holds, on all its cards (bytes). */
    long memoryBytes();

    /** Time to bring it back when it has been evicted and memory is free (s). */
    double startSeconds();
}
