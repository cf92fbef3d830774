package org.tafsim.policy;

/**
 * Decides, every so often, how much of a shared accelerator RAN should have at least: what it leaves is AI's.
 *
 * <p>RAN comes first whatever it says: between two decisions RAN is given more at once where the load asks for it, and never less than
 * its reservation. How soon a share changes, and in which steps, is the sharing mode's. One is built for each site.
 */
@FunctionalInterface
public interface HarvestPolicy {

    /**
     * Decides.
     *
     * @param view valid during the call only
     * @return share of the card, or of the pool, that RAN should have at least until the next decision; in [0, 1]
     */
    double ranShare(HarvestView view);
}
