package org.tafsim.life;

/** Says which of the idle replicas go first where room is needed. */
public interface Keeping {

    /** The one idle for longest. */
    Keeping LEAST_RECENTLY_USED = replica -> 0;

    /** What a replica is worth; the least goes first, of equals the one idle for longest. Not a number is worth least. */
    double value(int replica);

    /** A replica has gone. */
    default void evicted(int replica) {}
}
