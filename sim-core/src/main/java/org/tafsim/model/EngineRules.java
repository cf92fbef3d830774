package org.tafsim.model;

/**
 * What the serving engine of a replica does beside filling batches.
 *
 * @param prefixCaching whether it finds the KV blocks of known text again
 */
public record EngineRules(boolean prefixCaching) {

    /** vLLM's defaults (V1). */
    public static final EngineRules DEFAULT = new EngineRules(true);
}
