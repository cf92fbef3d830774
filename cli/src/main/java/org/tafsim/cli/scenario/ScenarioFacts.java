package org.tafsim.cli.scenario;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.Json;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServedReplica;
import org.tafsim.scenario.source.Problem;

/** What {@code check} says of a file, for programs. */
final class ScenarioFacts {

    private static final int DECIMALS = 3;

    private ScenarioFacts() {}

    /** Of one that is good. */
    static Map<String, Object> of(Path file, Scenario scenario) {
        Map<String, Object> facts = verdict(file, true);
        facts.put("scenario", scenario.name());
        facts.put("seed", scenario.run().seed());
        facts.put("replications", scenario.run().replications());
        facts.put("warmup_s", seconds(scenario.run().warmupNanos()));
        facts.put("duration_s", seconds(scenario.run().durationNanos()));
        facts.put(
                "policies", scenario.policies().stream().map(PolicySpec::label).toList());
        facts.put("sites", scenario.sites().size());
        facts.put("populations", scenario.populations().size());
        facts.put("replicas", scenario.replicas().size());
        facts.put(
                "accelerators",
                scenario.replicas().stream()
                        .mapToInt(ServedReplica::accelerators)
                        .sum());
        facts.put(
                "apps",
                scenario.apps().stream()
                        .map(app -> named("id", app.id(), "model", app.modelId()))
                        .toList());
        facts.put("rules", scenario.sovereignty().rules().size());
        facts.put("warnings", Budgets.exceeded(scenario));
        return facts;
    }

    /** Of one that is not. */
    static Map<String, Object> of(Path file, List<Problem> problems) {
        Map<String, Object> facts = verdict(file, false);
        facts.put("problems", problems.stream().map(ScenarioFacts::problem).toList());
        return facts;
    }

    private static Map<String, Object> verdict(Path file, boolean isOk) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("file", file.toString());
        facts.put("ok", isOk);
        return facts;
    }

    private static Map<String, @Nullable Object> problem(Problem of) {
        Map<String, @Nullable Object> problem = new LinkedHashMap<>();
        problem.put("file", of.file());
        problem.put("line", of.line());
        problem.put("column", of.column());
        problem.put("key", of.path());
        problem.put("message", of.message());
        problem.put("hint", of.hint().orElse(null));
        return problem;
    }

    private static Map<String, Object> named(String first, Object one, String second, Object other) {
        Map<String, Object> facts = new LinkedHashMap<>(); // in this order, which Map.of does not keep
        facts.put(first, one);
        facts.put(second, other);
        return facts;
    }

    private static Object seconds(long nanos) {
        return Json.decimal(nanos / 1e9, DECIMALS);
    }
}
