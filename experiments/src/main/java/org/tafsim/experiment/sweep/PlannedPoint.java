package org.tafsim.experiment.sweep;

import org.tafsim.experiment.RunId;
import org.tafsim.experiment.plan.Point;
import org.tafsim.model.Scenario;

/**
 * A point with the scenario it stands for.
 *
 * @param resolved text of the scenario, everything spelled out
 * @param version of tafsim and plug-ins, and how the sweep's random numbers hang together
 */
public record PlannedPoint(Point point, Scenario scenario, String resolved, String version) {

    private static final int HEX_DIGITS = 16;

    /** What its result depends on, as 16 hex digits: equal ids mean equal results. */
    String taskId(int replication) {
        return taskId(resolved, version, replication);
    }

    /**
     * The same, from what a package has.
     *
     * @param version of tafsim, and how the sweep's random numbers hang together
     */
    public static String taskId(String resolved, String version, int replication) {
        String sha256 = RunId.of("task", resolved + "\nreplication: " + replication, version)
                .sha256();
        return sha256.substring(0, HEX_DIGITS);
    }
}
