package org.tafsim.policy;

import java.util.Map;
import umontreal.ssj.rng.RandomStream;

/** What a policy is built from. */
public interface PolicyContext {

    /** Its settings, as the scenario gives them, in alphabetic order. */
    Map<String, String> parameters();

    /**
     * A random stream of its own; the same name gives the same draws in every run of the same seed and replication.
     *
     * @param name within the policy, e.g. {@code tie}
     */
    RandomStream stream(String name);
}
