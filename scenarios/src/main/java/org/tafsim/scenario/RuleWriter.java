package org.tafsim.scenario;

import org.tafsim.model.Rule;
import org.tafsim.model.Stage;
import org.tafsim.scenario.source.Format;

/** Writes a rule, as {@link RuleReader} reads it. */
final class RuleWriter {

    private RuleWriter() {}

    static String yaml(Rule rule) {
        return new Entry()
                .word("id", rule.id())
                .word("anchor", rule.anchor())
                .word("status", Format.wordOf(rule.status()))
                .word("mode", Format.wordOf(rule.mode()))
                .raw("stages", YamlText.list(rule.stages(), Stage::word))
                .raw("if", ConditionWriter.yaml(rule.when()))
                .raw("need", ConditionWriter.yaml(rule.need()))
                .toString();
    }
}
