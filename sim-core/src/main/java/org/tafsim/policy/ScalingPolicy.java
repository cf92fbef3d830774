package org.tafsim.policy;

/** Decides, every so often, how many replicas of a group should be on. One is built for each group and run. */
@FunctionalInterface
public interface ScalingPolicy {

    /**
     * Decides.
     *
     * @param view valid during the call only
     * @return replicas wanted; what is below the scenario's least, or above what there is, is brought there
     */
    int replicas(ScalingView view);
}
