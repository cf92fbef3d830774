package org.tafsim.policy;

/** A kind of eviction policy. Third parties add theirs through {@link java.util.ServiceLoader}. */
public interface EvictionPolicyType extends PolicyType<EvictionPolicy> {}
