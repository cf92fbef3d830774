package org.tafsim.experiment;

import java.io.IOException;
import java.util.Optional;
import org.tafsim.engine.Randomness;
import org.tafsim.model.Scenario;
import org.tafsim.policies.PolicySet;

/**
 * What a run's folder tells of where the run came from, beside {@code run.json}: enough to pack it and run it again elsewhere.
 *
 * @param given text of the scenario's file, as the user wrote it; empty where there is none
 * @param inputs it replays
 * @param environment it ran in
 */
public record Provenance(Optional<String> given, Inputs inputs, Environment environment) {

    /** Name of the scenario as given in a run's folder. */
    public static final String GIVEN_FILE = "scenario.yaml";

    /**
     * Writes it into a run in the making.
     *
     * @param policies that the scenario may name
     */
    public void write(RunDraft draft, PolicySet policies) throws IOException {
        if (given.isPresent()) {
            draft.write(GIVEN_FILE, given.get());
        }
        inputs.write(draft);
        draft.write(Environment.FILE, environment.json());
        Scenario scenario = inputs.pinned();
        draft.write(
                StreamTable.FILE,
                StreamTable.json(scenario, policies, scenario.run().replications(), Randomness.COMMON));
    }
}
