package org.tafsim.engine;

import java.util.Optional;
import org.tafsim.policy.DeploymentPolicy;
import org.tafsim.policy.ScalingPolicy;

/** Replicas of one model that are scaled as one. */
final class FleetGroup {

    /** Of nobody. */
    static final FleetGroup NONE = new FleetGroup("none", new int[0], view -> 0, Optional.empty());

    private final String name;
    private final int[] replicas;
    private final ScalingPolicy scaling;
    private final Optional<DeploymentPolicy> deployment;

    /**
     * These.
     *
     * @param name e.g. {@code llama-3.1-8b/DE}
     * @param replicas their scenario indices, in scenario order
     * @param scaling says how many are on
     * @param deployment says which; those that are on, then those first in scenario order where empty
     */
    FleetGroup(String name, int[] replicas, ScalingPolicy scaling, Optional<DeploymentPolicy> deployment) {
        this.name = name;
        this.replicas = replicas;
        this.scaling = scaling;
        this.deployment = deployment;
    }

    String name() {
        return name;
    }

    /** Scenario indices, in scenario order; not to be changed. */
    int[] replicas() {
        return replicas;
    }

    ScalingPolicy scaling() {
        return scaling;
    }

    Optional<DeploymentPolicy> deployment() {
        return deployment;
    }
}
