package org.tafsim.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tafsim.model.Condition;
import org.tafsim.model.Rule;
import org.tafsim.model.Stage;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;

/** Reads one rule of a pack, or of a scenario. */
final class RuleReader {

    /** What happens when a rule is broken, as files write it. */
    static final Format<Rule.Mode> MODE = Format.constant("a mode", Rule.Mode.class);

    private static final Map<String, Stage> STAGES = stages();

    private final Reading reading;
    private final ConditionReader conditions;

    RuleReader(Reading reading, Set<String> regimes) {
        this.reading = reading;
        this.conditions = new ConditionReader(reading, regimes);
    }

    /**
     * A rule.
     *
     * @param usualMode where it states none
     */
    Optional<Rule> read(Node node, Rule.Mode usualMode) {
        Keys keys = reading.keys(node, "a rule");
        String id = keys.required("id", Format.TEXT);
        String anchor = keys.required("anchor", Format.TEXT.named("the text it stands on", "GDPR Art. 44"));
        Rule.Status status = keys.required("status", Format.constant("a status", Rule.Status.class));
        Rule.Mode mode = keys.optional("mode", MODE, usualMode);
        List<Stage> stages = keys.list("stages", Format.oneOf("a stage", STAGES));
        Condition when = keys.find("if").map(conditions::read).orElse(new Condition.AllOf(List.of()));
        Optional<Condition> need =
                keys.require("need", "{place.country: {in: EEA}}").map(conditions::read);
        keys.find("verifiedOn", Format.TEXT);
        keys.find("notice", Format.TEXT);
        keys.done();
        return need.flatMap(what ->
                reading.problems().build(keys.at(), () -> new Rule(id, anchor, status, mode, stages, when, what)));
    }

    private static Map<String, Stage> stages() {
        Map<String, Stage> stages = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) {
            stages.put(stage.word(), stage);
        }
        return stages;
    }
}
