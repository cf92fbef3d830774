package org.tafsim.policy;

/** A kind of order policy. Third parties add theirs through {@link java.util.ServiceLoader}. */
public interface OrderPolicyType extends PolicyType<OrderPolicy> {}
