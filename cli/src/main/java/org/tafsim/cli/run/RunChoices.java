package org.tafsim.cli.run;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.RunSpec;
import org.tafsim.model.Scenario;
import org.tafsim.policies.PolicySet;
import org.tafsim.policy.RoutingPolicyType;
import org.tafsim.scenario.source.Suggestions;
import picocli.CommandLine.Option;

/** What of a scenario's run part and policies the command line decides. */
final class RunChoices {

    @Option(
            names = "--policies",
            split = ",",
            paramLabel = "NAME",
            completionCandidates = ShippedNames.class,
            description = "Compare these: labels of the scenario, or ids as `tafsim policies` lists them.")
    private List<String> policies = new ArrayList<>();

    @Option(
            names = "--replications",
            paramLabel = "N",
            description = "Independent repetitions (default: the scenario's).")
    private @Nullable Integer replications;

    @Option(names = "--seed", paramLabel = "N", description = "Root of all random streams (default: the scenario's).")
    private @Nullable Long seed;

    /** Ids of the policies that come with tafsim, for completion; not looked up before somebody asks. */
    static final class ShippedNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return PolicySet.shipped().routing().stream()
                    .map(RoutingPolicyType::id)
                    .iterator();
        }
    }

    /**
     * The scenario as chosen.
     *
     * @param there policies that there are
     * @throws InvalidInputException when a policy is not known or named twice, or a number is out of range
     */
    Scenario applyTo(Scenario scenario, PolicySet there) {
        return scenario.with(
                run(scenario.run()), policies.isEmpty() ? scenario.policies() : chosen(scenario.policies(), there));
    }

    private RunSpec run(RunSpec run) {
        if (replications != null && replications < 1) {
            throw new InvalidInputException("--replications (%d) must be at least 1.".formatted(replications));
        }
        return new RunSpec(
                seed == null ? run.seed() : seed,
                replications == null ? run.replications() : replications,
                run.warmupNanos(),
                run.durationNanos(),
                run.drainNanos(),
                run.seriesNanos(),
                run.telemetryNanos());
    }

    /** Those of the scenario keep the parameters it gives them. */
    private List<PolicySpec> chosen(List<PolicySpec> known, PolicySet there) {
        List<PolicySpec> chosen = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String name : policies) {
            Optional<PolicySpec> policy = find(name.strip(), known, there);
            if (policy.isEmpty()) {
                problems.add("--policies: there is no policy '%s'.%s".formatted(name, hint(name, known, there)));
            } else if (!seen.add(policy.get().label())) {
                problems.add("--policies: '%s' is named twice.".formatted(name));
            } else {
                chosen.add(policy.get());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(String.join("\n", problems));
        }
        return chosen;
    }

    private static Optional<PolicySpec> find(String name, List<PolicySpec> known, PolicySet there) {
        return known.stream()
                .filter(policy -> policy.label().equals(name))
                .findFirst()
                .or(() -> there.routing(name).map(type -> new PolicySpec(type.id(), type.id(), Map.of())));
    }

    private static String hint(String name, List<PolicySpec> known, PolicySet there) {
        List<String> names =
                new ArrayList<>(known.stream().map(PolicySpec::label).toList());
        names.addAll(there.routing().stream().map(RoutingPolicyType::id).toList());
        return Suggestions.maybe(name, names).map(maybe -> " " + maybe).orElse(" See: tafsim policies");
    }
}
