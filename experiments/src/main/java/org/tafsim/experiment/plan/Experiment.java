package org.tafsim.experiment.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
 * @param metrics that are compared beside the usual ones, of all requests
 * @param baselines number of the point that a point is compared with; a point that is none of its keys is compared with none
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
        List<String> metrics,
        Map<Integer, Integer> baselines,
        boolean keepsSeries,
        Execution execution,
        Optional<Sensitivity> sensitivity,
        Optional<Search> search) {

    /** Copies. */
    public Experiment {
        common = List.copyOf(common);
        paths = List.copyOf(paths);
        points = List.copyOf(points);
        metrics = List.copyOf(metrics);
        baselines = Map.copyOf(baselines); // asked, never iterated
        if (replications.count() % randomness.replicationsPerObservation() != 0
                || replications.most() % randomness.replicationsPerObservation() != 0) {
            throw new IllegalArgumentException(
                    "Antithetic replications come in pairs; the numbers of replications (%d, at most %d) must be even."
                            .formatted(replications.count(), replications.most()));
        }
    }
}
