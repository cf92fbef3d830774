package org.tafsim.cli.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.HarvestSpec;
import org.tafsim.model.PolicyChoice;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.RanSpec;
import org.tafsim.model.Scenario;
import org.tafsim.policies.PolicySet;
import org.tafsim.policy.HarvestPolicyType;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.PolicyType;
import org.tafsim.policy.RoutingPolicyType;
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
            String path = "policies[%s]".formatted(policy.label());
            build(RoutingPolicyType.class, new PolicyChoice(policy.type(), policy.parameters()), policies)
                    .ifPresent(refusal -> problems.add(problem(file, path, refusal)));
            policy.others()
                    .forEach((role, choice) -> build(PolicySet.kindOf(role), choice, policies)
                            .ifPresent(refusal -> problems.add(problem(file, path + "." + role.word(), refusal))));
        }
        for (RanSpec ran : scenario.ran()) {
            HarvestSpec harvest = ran.control().harvest();
            build(HarvestPolicyType.class, new PolicyChoice(harvest.policy(), harvest.parameters()), policies)
                    .ifPresent(
                            refusal -> problems.add(problem(file, "ran[%s].harvest".formatted(ran.siteId()), refusal)));
        }
        if (!problems.isEmpty()) {
            throw new ScenarioException(problems);
        }
    }

    /** Why a routing policy cannot be built without parameters, where it cannot. */
    public static Optional<String> refusalOf(String routing, PolicySet policies) {
        return build(RoutingPolicyType.class, new PolicyChoice(routing, Map.of()), policies)
                .map(refusal -> String.valueOf(refusal.getMessage()));
    }

    /** Why it cannot be built, where it cannot. */
    private static <T extends PolicyType<?>> Optional<IllegalArgumentException> build(
            Class<T> kind, PolicyChoice choice, PolicySet policies) {
        try {
            policies.find(kind, choice.type())
                    .orElseThrow(() ->
                            new IllegalArgumentException("there is no such %s policy.".formatted(PolicySet.word(kind))))
                    .create(new Context(choice.parameters()));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e);
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
