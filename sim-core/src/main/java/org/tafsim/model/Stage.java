package org.tafsim.model;

/** Stages of a request's life at which rules attach. */
public enum Stage {
    /** On the way: countries and operators crossed. */
    S3_TRANSIT,
    /** Prefill and decode: plaintext on the accelerator. */
    S5_PROCESSING,
    /** KV cache and prefix cache at the serving site. */
    S7_CACHE,
    /** Logs, metrics, traces and billing. */
    S9_OBSERVABILITY,
    /** Administration and support sessions. */
    S14_ADMINISTRATION
}
