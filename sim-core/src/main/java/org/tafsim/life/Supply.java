package org.tafsim.life;

/** What the life of models needs from outside, and what it tells. Replicas go by their numbers among those on demand. */
public interface Supply {

    /** Whether the registry gives anything out to the replica's site. */
    boolean canPull(int replica);

    /** Begins to bring bytes from the registry to the replica's site; their coming is told by {@link ModelLife#pulled}. */
    void pull(int replica, long bytes);

    /** Time to expect until a pull of this size is over (s), or, of one under way, what is left of it. */
    double pullSeconds(int replica, long bytes);

    /**
     * It serves from now on.
     *
     * @param sinceNanos when it was wanted (ns)
     */
    void ready(int replica, long sinceNanos);

    /** It has lost its accelerator memory to another. */
    void evicted(int replica);

    /** Accelerator memory has been taken or given back. */
    void memoryChanged();

    /** It rests, or a copy of its weights is gone: whether it can be started may have changed. */
    void parked(int replica);
}
