package org.tafsim.sovereignty;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.tafsim.model.Rule;
import org.tafsim.model.SovereigntySpec;
import org.tafsim.model.Stage;

/** All that the law says of one profile: a row of the rule book. Rows share the sets in which they agree. */
final class ProfileRow {
    private final List<VerdictSets> verdicts;
    private final TruthSet inJurisdiction;
    private final TruthSet ownControl;
    private final List<RuleCheck> checks;
    private final SiteSet none;
    private final short[] brokenRules;
    private final SiteSet feasible;

    /**
     * A row.
     *
     * @param all every site
     * @param checks by rule, then by stage
     * @param verdicts one for each check
     * @param reach stages at which enforced rules close places
     */
    ProfileRow(
            SiteSet all,
            List<RuleCheck> checks,
            List<VerdictSets> verdicts,
            TruthSet inJurisdiction,
            TruthSet ownControl,
            SovereigntySpec.Reach reach) {
        this.verdicts = verdicts;
        this.inJurisdiction = inJurisdiction;
        this.ownControl = ownControl;
        this.checks = checks;
        none = all.minus(all);
        brokenRules = new short[all.size()];
        SiteSet open = all;
        int next = 0;
        while (next < checks.size()) {
            int first = next;
            Rule rule = checks.get(first).rule();
            while (next < checks.size() && checks.get(next).rule().id().equals(rule.id())) {
                next++;
            }
            if (rule.mode() != Rule.Mode.SHADOW) { // which changes nothing, by definition
                broken(first, next, stage -> true).stream().forEach(site -> brokenRules[site]++);
            }
            if (rule.mode() == Rule.Mode.ENFORCE) {
                open = open.minus(broken(first, next, reach::covers));
            }
        }
        feasible = open;
    }

    /** Sites at which a rule is broken, at one of these stages or more. */
    private SiteSet broken(int first, int next, Predicate<Stage> counts) {
        return IntStream.range(first, next)
                .filter(check -> counts.test(checks.get(check).stage()))
                .mapToObj(check -> verdicts.get(check).broken())
                .reduce(SiteSet::or)
                .orElse(none);
    }

    SiteSet feasible() {
        return feasible;
    }

    int brokenRules(int site) {
        return brokenRules[site];
    }

    VerdictSets verdicts(int check) {
        return verdicts.get(check);
    }

    TruthSet inJurisdiction() {
        return inJurisdiction;
    }

    TruthSet ownControl() {
        return ownControl;
    }
}
