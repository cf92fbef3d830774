package org.tafsim.experiment;

import org.tafsim.engine.RequestSink;
import org.tafsim.engine.RunResult;
import org.tafsim.model.PolicySpec;

/** Simulates one policy in one replication. Called from several threads at once: each call owns all its state. */
@FunctionalInterface
public interface RunTask {

    /**
     * Runs.
     *
     * @param policy to route by
     * @param replication from 0; the substream of every random stream
     * @param sink takes every request as it ends; a call may throw to end the run early, and that must reach the caller
     */
    RunResult run(PolicySpec policy, int replication, RequestSink sink);
}
