package org.tafsim.experiment.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tafsim.engine.Randomness;

/**
 * What an experiment file says, its points made.
 *
 * @param name for folders and headings
 * @param base scenario file, resolved against the experiment's folder
 * @param common settings of all points
 * @param paths that vary, in the order of the file
 * @param points by number
 * @param replications of each point
 * @param randomness relates their random numbers
 * @param baseline policy that others are compared with; the first where empty
 * @param keepsSeries whether tasks keep their time series
 * @param execution how to run
 * @param sensitivity where the points were drawn to tell which parameters matter
 * @param search for the largest or smallest value that meets a goal
 */
public record Experiment(
        String name,
        Path base,
        List<Setting> common,
        List<String> paths,
        List<Point> points,
        Replications replications,
        Randomness randomness,
        Optional<String> baseline,
        boolean keepsSeries,
        Execution execution,
        Optional<Sensitivity> sensitivity,
        Optional<Search> search) {

    /** Copies. */
    public Experiment {
        common = List.copyOf(common);
        paths = List.copyOf(paths);
        points = List.copyOf(points);
        if (replications.count() % randomness.replicationsPerObservation() != 0
                || replications.most() % randomness.replicationsPerObservation() != 0) {
            throw new IllegalArgumentException(
                    "Antithetic replications come in pairs; the numbers of replications (%d, at most %d) must be even."
                            .formatted(replications.count(), replications.most()));
        }
    }
}
