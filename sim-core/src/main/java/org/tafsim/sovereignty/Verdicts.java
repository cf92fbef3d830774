package org.tafsim.sovereignty;

import java.util.List;
import java.util.stream.IntStream;
import org.tafsim.model.Rule;

/**
 * All that the law says of one request at one place.
 *
 * @param checks what was asked, the same list for all requests
 * @param answers one for each check, in that order
 * @param inJurisdiction whether it is carried, processed, cached and logged only inside its subject's legal area
 * @param ownControl whether the operator has its seat in that area and is controlled from nowhere else
 */
public record Verdicts(List<RuleCheck> checks, List<Verdict> answers, Truth inJurisdiction, Truth ownControl) {

    /** Copies and checks. */
    public Verdicts {
        checks = List.copyOf(checks);
        answers = List.copyOf(answers);
        if (checks.size() != answers.size()) {
            throw new IllegalArgumentException(
                    "There must be as many answers (%d) as checks (%d).".formatted(answers.size(), checks.size()));
        }
    }

    /** Whether no enforced rule closes the place. */
    public boolean isFeasible() {
        return brokenRules(Rule.Mode.ENFORCE) == 0;
    }

    /** Number of rules in this mode that are broken, at one stage or more. */
    public int brokenRules(Rule.Mode mode) {
        return (int) broken().stream()
                .map(RuleCheck::rule)
                .filter(rule -> rule.mode() == mode)
                .distinct()
                .count();
    }

    /** The checks that are broken, in any mode. */
    public List<RuleCheck> broken() {
        return IntStream.range(0, checks.size())
                .filter(check -> answers.get(check).isBroken())
                .mapToObj(checks::get)
                .toList();
    }
}
