package org.tafsim.sovereignty;

/**
 * What a rule says of one kind of request at every site, at one stage; it is silent where none of these holds.
 *
 * @param permit sites it permits
 * @param deny sites it denies
 * @param unknown sites for which a fact is missing
 */
record VerdictSets(SiteSet permit, SiteSet deny, SiteSet unknown) {

    /**
     * The verdict of "if {@code when} then {@code need}".
     *
     * <p>Where it is not known whether the rule speaks, it applies: only a need that holds permits. It denies only where it is
     * known to speak, so that the two reasons to stay away are not mixed up in the counts.
     *
     * @param where sites at which the stage happens; it is silent at all others
     */
    static VerdictSets of(SiteSet where, TruthSet when, TruthSet need) {
        SiteSet speaks = where.minus(when.no());
        SiteSet permit = speaks.and(need.yes());
        SiteSet deny = speaks.and(when.yes()).and(need.no());
        return new VerdictSets(permit, deny, speaks.minus(permit).minus(deny));
    }

    SiteSet broken() {
        return deny.or(unknown);
    }

    Verdict at(int site) {
        if (permit.contains(site)) {
            return Verdict.PERMIT;
        }
        if (deny.contains(site)) {
            return Verdict.DENY;
        }
        return unknown.contains(site) ? Verdict.UNKNOWN : Verdict.SILENT;
    }
}
