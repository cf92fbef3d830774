package org.tafsim.policy;

/** A kind of scaling policy. Third parties add theirs through {@link java.util.ServiceLoader}. */
public interface ScalingPolicyType extends PolicyType<ScalingPolicy> {}
