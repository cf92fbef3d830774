package org.tafsim.policy;

/**
 * A kind of harvest policy; one is built for each site and run.
 *
 * <p>Third parties add theirs through {@link java.util.ServiceLoader}.
 */
public interface HarvestPolicyType extends PolicyType<HarvestPolicy> {}
