package org.tafsim.sovereignty;

import java.util.function.IntFunction;

/**
 * An answer for every site at once, in Kleene's logic.
 *
 * @param yes sites where it is known to hold
 * @param no sites where it is known not to hold; unknown everywhere else
 */
record TruthSet(SiteSet yes, SiteSet no) {

    /** The answer of each site. */
    static TruthSet of(int sites, IntFunction<Truth> answer) {
        Truth[] answers = new Truth[sites];
        for (int site = 0; site < sites; site++) {
            answers[site] = answer.apply(site);
        }
        return new TruthSet(
                SiteSet.of(sites, site -> answers[site] == Truth.YES),
                SiteSet.of(sites, site -> answers[site] == Truth.NO));
    }

    TruthSet and(TruthSet other) {
        return new TruthSet(yes.and(other.yes), no.or(other.no));
    }

    TruthSet or(TruthSet other) {
        return new TruthSet(yes.or(other.yes), no.and(other.no));
    }

    Truth at(int site) {
        if (yes.contains(site)) {
            return Truth.YES;
        }
        return no.contains(site) ? Truth.NO : Truth.UNKNOWN;
    }
}
