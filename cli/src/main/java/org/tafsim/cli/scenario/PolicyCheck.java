package org.tafsim.cli.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.HarvestSpec;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.RanSpec;
import org.tafsim.model.Scenario;
import org.tafsim.policies.PolicySet;
import org.tafsim.policy.HarvestPolicyType;
import org.tafsim.policy.PolicyContext;
import org.tafsim.scenario.ScenarioException;
import org.tafsim.scenario.source.Problem;
import umontreal.ssj.rng.RandomStream;

/** Builds every policy of a scenario and its RAN once, so that a parameter it refuses is told before anything runs. */
public final class PolicyCheck {

    private PolicyCheck() {}

    /**
     * Checks.
     *
     * @param file the scenario comes from, for messages
     * @param policies that it may name
     * @throws ScenarioException with all that the policies refuse
     */
    public static void check(Path file, Scenario scenario, PolicySet policies) {
        List<Problem> problems = new ArrayList<>();
        for (PolicySpec policy : scenario.policies()) {
            try {
                policies.routing(policy.type())
                        .orElseThrow(() -> new IllegalArgumentException("there is no such policy."))
                        .create(new Context(policy.parameters()));
            } catch (IllegalArgumentException e) {
                problems.add(problem(file, "policies[%s]".formatted(policy.label()), e));
            }
        }
        for (RanSpec ran : scenario.ran()) {
            HarvestSpec harvest = ran.control().harvest();
            try {
                policies.find(HarvestPolicyType.class, harvest.policy())
                        .orElseThrow(() -> new IllegalArgumentException("there is no such harvest policy."))
                        .create(new Context(harvest.parameters()));
            } catch (IllegalArgumentException e) {
                problems.add(problem(file, "ran[%s].harvest".formatted(ran.siteId()), e));
            }
        }
        if (!problems.isEmpty()) {
            throw new ScenarioException(problems);
        }
    }

    private static Problem problem(Path file, String path, IllegalArgumentException refusal) {
        return new Problem(file.toString(), 0, 0, path, String.valueOf(refusal.getMessage()), Optional.empty());
    }

    private record Context(Map<String, String> parameters) implements PolicyContext {
        @Override
        public RandomStream stream(String name) {
            return new RandomStreams(1, 0).stream(name);
        }
    }
}
