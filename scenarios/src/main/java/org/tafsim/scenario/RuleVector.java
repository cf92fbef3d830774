package org.tafsim.scenario;

import java.util.List;
import org.tafsim.model.Regime;
import org.tafsim.model.Rule;
import org.tafsim.scenario.source.Place;
import org.tafsim.sovereignty.RuleCase;
import org.tafsim.sovereignty.Verdict;

/**
 * A case, and what its rule must say of it.
 *
 * @param given facts of the case; all others are not stated
 * @param expect the verdict worked by hand
 * @param at where it stands
 */
public record RuleVector(RuleCase given, Verdict expect, Place at) {

    /** What the rule does say. */
    public Verdict verdict(Rule rule, List<Regime> regimes) {
        return given.verdict(rule, regimes);
    }
}
