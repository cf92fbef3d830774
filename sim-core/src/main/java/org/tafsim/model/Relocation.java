package org.tafsim.model;

/** What becomes of a session, and of its KV cache, when another site would serve its next request. */
public enum Relocation {
    /** The policy chooses; the new replica computes the KV cache anew. */
    RE_PREFILL,
    /** The policy chooses; the KV cache follows over the network, and the request waits for it. */
    MOVE_KV,
    /** The replica of the request before serves it, for as long as it is open and lawful; the policy is not asked. */
    KEEP
}
