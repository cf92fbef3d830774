package org.tafsim.policies.eviction;

import java.util.List;
import org.tafsim.policy.EvictionPolicy;
import org.tafsim.policy.EvictionPolicyType;

/** Evictions that one number decides. */
final class Evictions {

    /** The usual one. */
    static final EvictionPolicyType LRU =
            plain("lru", "Idle for longest.", "least recently used; vLLM and Ollama", view -> -view.idleSeconds());

    /** By use. */
    static final EvictionPolicyType LFU = plain(
            "lfu",
            "Fewest requests since it was loaded; of equals idle for longest.",
            "least frequently used",
            view -> view.requests());

    /** By age. */
    static final EvictionPolicyType FIFO =
            plain("fifo", "Loaded first.", "first in first out", view -> -view.loadedSeconds());

    /** By size. */
    static final EvictionPolicyType LARGEST = plain(
            "largest",
            "Most memory; of equals idle for longest.",
            "SIZE of web caches, Williams et al. 1996",
            view -> -view.memoryBytes());

    private Evictions() {}

    private static EvictionPolicyType plain(String id, String rule, String source, EvictionPolicy policy) {
        return new EvictionType(id, rule, source, List.of(), context -> policy);
    }
}
