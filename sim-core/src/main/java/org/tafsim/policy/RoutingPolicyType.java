package org.tafsim.policy;

/**
 * A kind of routing policy; one is built for each run.
 *
 * <p>Third parties add theirs through {@link java.util.ServiceLoader}.
 */
public interface RoutingPolicyType extends PolicyType<RoutingPolicy> {}
