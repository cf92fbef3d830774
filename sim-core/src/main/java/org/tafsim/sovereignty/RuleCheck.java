package org.tafsim.sovereignty;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tafsim.model.Rule;
import org.tafsim.model.Stage;

/**
 * One rule at one of its stages: the unit in which the law is asked and breaches are counted.
 *
 * @param rule what is asked
 * @param stage when
 */
public record RuleCheck(Rule rule, Stage stage) {

    /**
     * Those of some rules: by rule in the order given, then by stage.
     *
     * @throws IllegalArgumentException when two rules have the same id
     */
    static List<RuleCheck> listOf(List<Rule> rules) {
        Set<String> ids = new HashSet<>(); // asked, never iterated
        List<RuleCheck> checks = new ArrayList<>();
        for (Rule rule : rules) {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException(
                        "Two rules are called %s. Maybe two packs hold it.".formatted(rule.id()));
            }
            rule.stages().stream().distinct().sorted().forEach(stage -> checks.add(new RuleCheck(rule, stage)));
        }
        return List.copyOf(checks);
    }
}
