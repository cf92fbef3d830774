package org.tafsim.engine;

import java.util.Optional;
import org.tafsim.policy.DeploymentPolicy;
import org.tafsim.policy.ScalingPolicy;

/**
 * Replicas of one model that are scaled as one.
 *
 * @param name e.g. {@code llama-3.1-8b/DE}
 * @param replicas their scenario indices, in scenario order
 * @param scaling says how many are on
 * @param deployment says which; those first in scenario order where empty, of those that are on before all others
 */
record FleetGroup(String name, int[] replicas, ScalingPolicy scaling, Optional<DeploymentPolicy> deployment) {}
