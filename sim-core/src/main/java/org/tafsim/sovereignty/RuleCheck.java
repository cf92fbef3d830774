package org.tafsim.sovereignty;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.model.Rule;
import org.tafsim.model.Stage;

/**
 * One rule at one of its stages: the unit in which checks are made and counted.
 *
 * @param rule what is asked
 * @param stage when
 */
public record RuleCheck(Rule rule, Stage stage) {

    /** Those of some rules: by rule in the order given, then by stage. */
    static List<RuleCheck> of(List<Rule> rules) {
        List<RuleCheck> checks = new ArrayList<>();
        for (Rule rule : rules) {
            rule.stages().stream().distinct().sorted().forEach(stage -> checks.add(new RuleCheck(rule, stage)));
        }
        return List.copyOf(checks);
    }
}
