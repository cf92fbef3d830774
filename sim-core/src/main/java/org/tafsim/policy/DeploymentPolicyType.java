package org.tafsim.policy;

/** A kind of deployment policy. Third parties add theirs through {@link java.util.ServiceLoader}. */
public interface DeploymentPolicyType extends PolicyType<DeploymentPolicy> {}
