package org.tafsim.experiment.sweep;

import org.tafsim.experiment.RunTask;

/** Prepares what simulates a point, in all its policies and replications. Called from several threads. */
@FunctionalInterface
public interface Simulator {

    /** A task that simulates the point's scenario. */
    RunTask task(PlannedPoint point);
}
