package org.tafsim.policy;

/** A kind of admission policy. Third parties add theirs through {@link java.util.ServiceLoader}. */
public interface AdmissionPolicyType extends PolicyType<AdmissionPolicy> {}
