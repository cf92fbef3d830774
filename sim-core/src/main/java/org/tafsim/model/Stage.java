package org.tafsim.model;

/**
 * Stages of the life of a request and its data, at which rules attach. Each happens at a place: the one its comment names, or
 * a {@link Service} that the site uses for it.
 */
public enum Stage {
    /** Input on the device, in the user's country. */
    S1_CAPTURE,
    /** From the device to the 5G core, in the user's country. */
    S2_RADIO,
    /** On the way: countries crossed between the user and the site. */
    S3_TRANSIT,
    /** Authentication, moderation, routing: gateway and identity services, or the site. */
    S4_GATEWAY,
    /** Prefill and decode, plaintext on the accelerator: the site. */
    S5_PROCESSING,
    /** Tools and retrieval: the tool service; happens only where there is one. */
    S6_TOOLS,
    /** KV and prefix cache: the site, and the spill service where there is one. */
    S7_CACHE,
    /** Sessions, memory, embeddings: the state service, or the site. */
    S8_STATE,
    /** Logs, metrics, traces and billing: the log service, or where the site's custody says. */
    S9_OBSERVABILITY,
    /** Replicas, checkpoints, backups: the backup service; happens only where there is one. */
    S10_COPIES,
    /** Placed again after a loss: the site it went to. */
    S11_FAILOVER,
    /** Retention and erasure: wherever data is at rest. Duties attach here. */
    S12_RETENTION,
    /** Fine-tuning and analytics: the training service; happens only where there is one. */
    S13_SECONDARY_USE,
    /** Administration and support sessions: the support service, or where the site's custody says. */
    S14_ADMINISTRATION,
    /** Models, licenses, updates, keys, control plane: the supply services; happens only where there is one. */
    S15_SUPPLY;

    /** As rule packs write it: {@code S5}. */
    public String word() {
        return name().substring(0, name().indexOf('_'));
    }
}
