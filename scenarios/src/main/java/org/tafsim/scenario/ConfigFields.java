package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.scenario.source.Problem;
import org.tafsim.scenario.source.Suggestions;
import tools.jackson.databind.JsonNode;

/** Fields of a JSON object, and everything that is wrong with them. */
final class ConfigFields {
    private final String file;
    private final JsonNode root;
    private final List<Problem> problems = new ArrayList<>();

    ConfigFields(String file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    /** There, and not null. */
    boolean has(String name) {
        return root.hasNonNull(name);
    }

    boolean isTrue(String name) {
        return root.path(name).asBoolean(false);
    }

    boolean isFalse(String name) {
        return has(name) && !root.path(name).asBoolean(true);
    }

    /** MLPs have a gate beside them, but for a few older activations. */
    boolean isGated() {
        String activation = root.path("hidden_act").asString("silu");
        return !activation.equals("gelu") && !activation.equals("gelu_new") && !activation.equals("relu");
    }

    List<String> words(String name) {
        return root.path(name).valueStream().map(JsonNode::asString).toList();
    }

    /** A positive whole number that must be there; 1 where it is not, after noting that. */
    int count(String name) {
        if (!has(name)) {
            Optional<String> hint = Suggestions.maybe(name, List.copyOf(root.propertyNames()));
            problems.add(new Problem(file, 0, 0, name, "is missing; expected a whole number of at least 1.", hint));
            return 1;
        }
        JsonNode value = root.get(name);
        if (!value.isInt() || value.asInt() < 1) {
            refuse(name, "'%s' is not a whole number of at least 1.".formatted(value));
            return 1;
        }
        return value.asInt();
    }

    /** The first of these fields that is there, or else the number given. */
    int count(int otherwise, String... names) {
        for (String name : names) {
            if (has(name)) {
                return count(name);
            }
        }
        return otherwise;
    }

    int countOrZero(String name) {
        return !has(name) || root.get(name).asInt(-1) == 0 ? 0 : count(name);
    }

    void refuseWhere(String name, String message) {
        if (has(name) && !isFalse(name)) {
            refuse(name, message);
        }
    }

    void refuse(String name, String message) {
        problems.add(new Problem(file, 0, 0, name, message, Optional.empty()));
    }

    /**
     * Ends the reading where something is wrong.
     *
     * @throws ScenarioException with all of it
     */
    void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new ScenarioException(problems);
        }
    }

    static ScenarioException refusal(String file, String path, String message) {
        return new ScenarioException(List.of(new Problem(file, 0, 0, path, message, Optional.empty())));
    }
}
