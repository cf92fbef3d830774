package org.tafsim.sovereignty;

import java.util.List;
import org.tafsim.model.Rule;

/** All that the law says of one profile: a row of the rule book. Rows share the sets in which they agree. */
final class ProfileRow {
    private final List<VerdictSets> verdicts;
    private final TruthSet inJurisdiction;
    private final TruthSet ownControl;
    private final short[] brokenAuditRules;
    private final SiteSet feasible;

    /**
     * A row.
     *
     * @param all every site
     * @param checks by rule, then by stage
     * @param verdicts one for each check
     */
    ProfileRow(
            SiteSet all,
            List<RuleCheck> checks,
            List<VerdictSets> verdicts,
            TruthSet inJurisdiction,
            TruthSet ownControl) {
        this.verdicts = verdicts;
        this.inJurisdiction = inJurisdiction;
        this.ownControl = ownControl;
        brokenAuditRules = new short[all.size()];
        SiteSet open = all;
        int next = 0;
        while (next < checks.size()) {
            int first = next;
            Rule rule = checks.get(first).rule();
            while (next < checks.size() && checks.get(next).rule().id().equals(rule.id())) {
                next++;
            }
            SiteSet broken = broken(verdicts.subList(first, next));
            switch (rule.mode()) {
                case ENFORCE -> open = open.minus(broken);
                case AUDIT -> broken.stream().forEach(site -> brokenAuditRules[site]++);
                case SHADOW -> {} // changes nothing, by definition
            }
        }
        feasible = open;
    }

    /** Sites at which a rule is broken, at one of its stages or more. */
    private static SiteSet broken(List<VerdictSets> stages) {
        return stages.stream().map(VerdictSets::broken).reduce(SiteSet::or).orElseThrow();
    }

    SiteSet feasible() {
        return feasible;
    }

    int brokenAuditRules(int site) {
        return brokenAuditRules[site];
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
