package org.tafsim.scenario;

import java.util.List;
import org.tafsim.model.Duty;
import org.tafsim.model.Rule;
import org.tafsim.model.Stage;
import org.tafsim.scenario.source.Format;

/** Writes a rule, as {@link RuleReader} reads it. */
final class RuleWriter {

    private RuleWriter() {}

    /**
     * A rule.
     *
     * @param all rules of the scenario, for contradictions that its packs knew of
     */
    static String yaml(Rule rule, List<Rule> all) {
        Entry entry = new Entry()
                .word("id", rule.id())
                .word("anchor", rule.anchor())
                .word("status", Format.wordOf(rule.status()))
                .word("mode", Format.wordOf(rule.mode()))
                .raw("stages", YamlText.list(rule.stages(), Stage::word))
                .raw("if", ConditionWriter.yaml(rule.when()))
                .raw("need", ConditionWriter.yaml(rule.need()));
        if (!rule.duties().isEmpty()) {
            entry.raw("duty", duties(rule.duties()));
        }
        List<String> contradicted = all.stream()
                .filter(other -> RuleConflicts.find(rule, other).isPresent())
                .map(other -> new Entry()
                        .word("id", other.id())
                        .word("resolve", "known to the packs of this scenario")
                        .toString())
                .toList();
        if (!contradicted.isEmpty()) {
            entry.raw("conflictsWith", YamlText.list(contradicted, text -> text));
        }
        return entry.toString();
    }

    private static String duties(List<Duty> duties) {
        Entry erase = new Entry();
        Entry keep = new Entry();
        Entry all = new Entry();
        for (Duty duty : duties) {
            if (duty instanceof Duty.DeleteWithin within) {
                within.assets().forEach(kind -> erase.duration(kind.word(), within.nanos()));
                all.raw("deleteWithin", erase.toString());
            } else if (duty instanceof Duty.RetainAtLeast least) {
                least.assets().forEach(kind -> keep.duration(kind.word(), least.nanos()));
                all.raw("retainAtLeast", keep.toString());
            } else if (duty instanceof Duty.Disclose disclose) {
                all.words("disclose", disclose.facts());
            }
        }
        return all.toString();
    }
}
