package org.tafsim.report.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tafsim.scenario.RulePacks;

/**
 * A rule of a scenario.
 *
 * @param title its id in words
 * @param anchor the text it stands on
 * @param status how binding that is
 * @param mode what happens when it is broken
 * @param pack of tafsim that states it first; empty where none does
 */
record RuleEntry(String id, String title, String anchor, String status, String mode, String pack) {

    static List<RuleEntry> list(ScenarioTree scenario) {
        List<ScenarioTree> rules = scenario.items("sovereignty", "rules");
        Map<String, String> packs = rules.isEmpty() ? Map.of() : packs();
        return rules.stream()
                .map(rule -> new RuleEntry(
                        rule.text("id"),
                        title(rule.text("id")),
                        rule.text("anchor"),
                        rule.text("status"),
                        rule.text("mode"),
                        packs.getOrDefault(rule.text("id"), "")))
                .toList();
    }

    /** {@code R01-gdpr-transfer} becomes {@code gdpr transfer}. */
    private static String title(String id) {
        return id.replaceFirst("^[A-Z]+\\d+-", "").replace('-', ' ');
    }

    /** Pack by rule. */
    private static Map<String, String> packs() {
        Map<String, String> packs = new LinkedHashMap<>();
        for (String pack : RulePacks.NAMES) {
            ScenarioTree tree = ScenarioTree.packed("catalog/rules/%s.yaml".formatted(pack));
            tree.items("rules").forEach(rule -> packs.putIfAbsent(rule.text("id"), pack));
        }
        return packs;
    }
}
