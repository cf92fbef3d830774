package org.tafsim.sovereignty;

import org.tafsim.model.Rule;

/**
 * What came of one rule at one stage over a run.
 *
 * @param check the rule and the stage; the rule's mode is that of the scenario
 * @param checks placements it spoke about
 * @param violations of these, known to break it
 * @param unknowns of these, not known to keep it, for a fact was missing
 */
public record RuleCount(RuleCheck check, long checks, long violations, long unknowns) {

    static RuleCount of(RuleCheck check, long permits, long denials, long unknowns) {
        return new RuleCount(check, permits + denials + unknowns, denials, unknowns);
    }

    /** Both together, of the same rule at the same stage. */
    RuleCount plus(RuleCount other) {
        return new RuleCount(check, checks + other.checks, violations + other.violations, unknowns + other.unknowns);
    }

    /** Placements that broke it, known or not known to keep it. */
    public long broken() {
        return violations + unknowns;
    }

    /** The mode it was counted in. */
    public Rule.Mode mode() {
        return check.rule().mode();
    }
}
