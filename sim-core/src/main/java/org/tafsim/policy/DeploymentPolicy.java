package org.tafsim.policy;

/** Decides which replicas of a group are on, as many as scaling wants. One is built for each group and run. */
@FunctionalInterface
public interface DeploymentPolicy {

    /**
     * Chooses; asked on a period, and when a replica of the group fails or comes back.
     *
     * @param view replicas that are not down, in scenario order; valid during the call only
     * @param wanted how many, from 0 to {@link DeploymentView#size()}
     * @param chosen takes the choice, by place in the view; as long as that, all false
     */
    void place(DeploymentView view, int wanted, boolean[] chosen);
}
