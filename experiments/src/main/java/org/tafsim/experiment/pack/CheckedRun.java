package org.tafsim.experiment.pack;

import java.util.List;
import java.util.Optional;
import org.tafsim.engine.RunResult;
import org.tafsim.model.Scenario;

/**
 * A run whose files belong together.
 *
 * @param facts of {@code run.json}
 * @param resolved text of the scenario
 * @param scenario read; empty where its traces are not at hand
 * @param results of every policy and replication, metrics only
 * @param inputs it replayed
 */
record CheckedRun(
        RunFacts facts,
        String resolved,
        Optional<Scenario> scenario,
        List<RunResult> results,
        List<InputList.Entry> inputs) {

    /** Copies. */
    CheckedRun {
        results = List.copyOf(results);
        inputs = List.copyOf(inputs);
    }
}
