package org.tafsim.experiment.plan;

import java.nio.file.Path;
import java.util.List;
import org.tafsim.scenario.ScenarioException;
import org.tafsim.scenario.source.Problem;

/** Experiment texts and what is made of them. */
final class Experiments {

    private static final String HEADING = "apiVersion: tafsim/v1\nkind: Experiment\nbase: city.yaml\n";

    private Experiments() {}

    /** Reads what stands behind the three keys that every experiment has. */
    static Experiment read(String rest) {
        return ExperimentReader.read("test.yaml", HEADING + rest, Path.of(""), false);
    }

    /** Settings of each point, as texts. */
    static List<List<String>> points(String rest) {
        return read(rest).points().stream()
                .map(point -> point.settings().stream().map(Setting::text).toList())
                .toList();
    }

    /** What is wrong with it. */
    static List<String> problems(String rest) {
        try {
            read(rest);
            return List.of();
        } catch (ScenarioException e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
    }
}
