package org.tafsim.scenario;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tafsim.model.Condition;
import org.tafsim.model.Duty;
import org.tafsim.model.Rule;
import org.tafsim.model.Stage;
import org.tafsim.scenario.catalog.Dates;
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
    private final VectorReader vectors;

    RuleReader(Reading reading, Set<String> regimes) {
        this.reading = reading;
        this.conditions = new ConditionReader(reading, regimes);
        this.vectors = new VectorReader(reading, conditions);
    }

    /**
     * A rule.
     *
     * @param usualMode where it states none
     */
    Optional<PackedRule> read(Node node, Rule.Mode usualMode) {
        Keys keys = reading.keys(node, "a rule");
        String id = keys.required("id", Format.TEXT);
        String anchor = keys.required("anchor", Format.TEXT.named("the text it stands on", "GDPR Art. 44"));
        Rule.Status status = keys.required("status", Format.constant("a status", Rule.Status.class));
        Rule.Mode mode = keys.optional("mode", MODE, usualMode);
        List<Stage> stages = keys.list("stages", Format.oneOf("a stage", STAGES));
        Condition when = keys.find("if").map(conditions::read).orElse(new Condition.AllOf(List.of()));
        List<Duty> duties = keys.find("duty").map(new DutyReader(reading)::read).orElse(List.of());
        Optional<Condition> need = keys.has("duty") ? keys.find("need").map(conditions::read) : need(keys);
        Optional<LocalDate> verifiedOn = keys.find("verifiedOn", Dates.FORMAT);
        Optional<LocalDate> from = keys.find("from", Dates.FORMAT);
        Optional<LocalDate> until = keys.find("until", Dates.FORMAT);
        Optional<String> notice = keys.find("notice", Format.TEXT);
        List<PackedRule.KnownConflict> conflicts = conflicts(keys);
        List<RuleVector> cases =
                keys.items("vectors").stream().map(vectors::read).toList();
        keys.done();
        if (need.isEmpty() && duties.isEmpty()) {
            return Optional.empty();
        }
        Condition needed = need.orElse(new Condition.AllOf(List.of()));
        return reading.problems()
                .build(keys.at(), () -> new Rule(id, anchor, status, mode, stages, when, needed, duties))
                .map(rule -> new PackedRule(rule, verifiedOn, from, until, notice, conflicts, cases, keys.at()));
    }

    private Optional<Condition> need(Keys keys) {
        return keys.require("need", "{place.country: {in: EEA}}").map(conditions::read);
    }

    private List<PackedRule.KnownConflict> conflicts(Keys rule) {
        Optional<Node> node = rule.find("conflictsWith");
        if (node.isEmpty()) {
            return List.of();
        }
        List<Node> items = node.get() instanceof Node.Fields ? List.of(node.get()) : rule.items("conflictsWith");
        return items.stream()
                .map(item -> {
                    Keys keys = reading.keys(item, "a known conflict");
                    PackedRule.KnownConflict known = new PackedRule.KnownConflict(
                            keys.required("id", Format.TEXT),
                            keys.required("resolve", Format.TEXT.named("how both are lived with", "the log is kept")));
                    keys.done();
                    return known;
                })
                .toList();
    }

    private static Map<String, Stage> stages() {
        Map<String, Stage> stages = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) {
            stages.put(stage.word(), stage);
        }
        return stages;
    }
}
