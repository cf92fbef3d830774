package org.tafsim.model;

/**
 * A share of an operator's capital and votes.
 *
 * @param holder who holds it: another operator's id, or the country of holders who are not modelled themselves
 * @param share in (0, 1]
 */
public record Holding(String holder, double share) {

    /** Checks. */
    public Holding {
        Require.name(holder, "Holding");
        Require.share(share, "Holding of " + holder, "share");
    }
}
