package org.tafsim.model;

/** A replica, whatever it computes: what placement, law and accounts need to know of it. */
public sealed interface ServedReplica permits ReplicaSpec, BatchReplicaSpec {

    /** Unique. */
    String id();

    /** Where it stands. */
    String siteId();

    /** What it serves. */
    ServedModel model();

    /** What it runs on. */
    AcceleratorProfile accelerator();

    /** How many accelerators it takes, at least 1. */
    int accelerators();

    /** The same under another id. */
    ServedReplica withId(String otherId);
}
