package org.tafsim.plugins;

import java.io.Closeable;
import java.io.IOException;
import org.tafsim.model.PolicySpec;
import org.tafsim.policy.RoutingPolicyType;

/** Says what routes each run: a policy of this process, one in another, or decisions that were recorded. Asked from several threads. */
@FunctionalInterface
public interface RunRouting {

    /**
     * Makes ready what routes one run; the thread of that run alone uses and closes it.
     *
     * @param policy label and settings
     * @param replication from 0
     * @throws IOException where it cannot be started or read
     */
    Opened open(PolicySpec policy, int replication) throws IOException;

    /** What routes one run, until it is closed. */
    interface Opened extends Closeable {

        /** Builds the policy, once. */
        RoutingPolicyType type();

        /**
         * The run has come to its end.
         *
         * @throws IOException where that does not go with what it decided by
         */
        default void checkOver() throws IOException {}
    }
}
