package org.tafsim.policy;

/** Says which model leaves accelerator memory first where another needs room. One is built for a run, for all sites. */
public interface EvictionPolicy {

    /**
     * What it is worth to keep a replica that is idle and could go; the least goes first, of equals the one idle for longest.
     *
     * @param replica valid during the call only
     */
    double keepValue(LoadedReplicaView replica);

    /** A replica has been evicted. */
    default void onEvicted(LoadedReplicaView replica) {}
}
