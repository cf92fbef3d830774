package org.tafsim.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Models that a site loads when somebody asks for them, and that share the memory of its accelerators. Who is needed least
 * recently makes room.
 *
 * @param siteId of the site
 * @param modelIds whose replicas at the site are on demand, at least one; all of them decoders
 * @param loadedIds of these, those that are ready when the run begins, as far as there is room; in this order
 * @param cards accelerators that these replicas share, by accelerator id, each at least 1
 * @param keepAliveNanos idle time before a replica may be evicted (ns), at least 0
 * @param hostBytes host memory for the weights of evicted replicas (bytes); 0 keeps none
 * @param isOnDisk whether image and weights are on the site's disk when the run begins
 */
public record OnDemandSpec(
        String siteId,
        List<String> modelIds,
        List<String> loadedIds,
        Map<String, Integer> cards,
        long keepAliveNanos,
        long hostBytes,
        boolean isOnDisk) {

    /** Ollama's {@code OLLAMA_KEEP_ALIVE}: 5 minutes. */
    public static final long USUAL_KEEP_ALIVE_NANOS = 300_000_000_000L;

    /** Copies and checks. */
    public OnDemandSpec {
        modelIds = List.copyOf(modelIds);
        loadedIds = List.copyOf(loadedIds);
        cards = Collections.unmodifiableMap(new LinkedHashMap<>(cards));
        String owner = "On demand at site " + Require.name(siteId, "On demand");
        Require.positive(modelIds.size(), owner, "models");
        cards.forEach((id, count) -> Require.positive((long) count, owner, "cards of " + id));
        Require.atLeastZero(keepAliveNanos, owner, "time to keep alive (ns)");
        Require.atLeastZero(hostBytes, owner, "host memory (bytes)");
        for (String loaded : loadedIds) {
            if (!modelIds.contains(loaded)) {
                throw new IllegalArgumentException(
                        "%s: %s is to be loaded at the start, and is not on demand.".formatted(owner, loaded));
            }
        }
    }

    /** Whether a replica is one of them. */
    public boolean includes(ServedReplica replica) {
        return replica.siteId().equals(siteId)
                && modelIds.contains(replica.model().id());
    }
}
