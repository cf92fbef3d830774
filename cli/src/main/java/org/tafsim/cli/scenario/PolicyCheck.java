package org.tafsim.cli.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Scenario;
import org.tafsim.policies.ShippedPolicies;
import org.tafsim.policy.PolicyContext;
import org.tafsim.scenario.ScenarioException;
import org.tafsim.scenario.source.Problem;
import umontreal.ssj.rng.RandomStream;

/** Builds every policy of a scenario once, so that a parameter it refuses is told before anything runs. */
public final class PolicyCheck {

    private PolicyCheck() {}

    /**
     * Checks.
     *
     * @param file the scenario comes from, for messages
     * @throws ScenarioException with all that the policies refuse
     */
    public static void check(Path file, Scenario scenario) {
        List<Problem> problems = new ArrayList<>();
        for (PolicySpec policy : scenario.policies()) {
            try {
                ShippedPolicies.find(policy.type())
                        .orElseThrow(() -> new IllegalArgumentException("there is no such policy."))
                        .create(new Context(policy));
            } catch (IllegalArgumentException e) {
                String path = "policies[%s]".formatted(policy.label());
                problems.add(
                        new Problem(file.toString(), 0, 0, path, String.valueOf(e.getMessage()), Optional.empty()));
            }
        }
        if (!problems.isEmpty()) {
            throw new ScenarioException(problems);
        }
    }

    private record Context(PolicySpec policy) implements PolicyContext {
        @Override
        public Map<String, String> parameters() {
            return policy.parameters();
        }

        @Override
        public RandomStream stream(String name) {
            return new RandomStreams(1, 0).stream(name);
        }
    }
}
