package org.tafsim.experiment.analysis;

import java.util.List;

/**
 * Which system is the best.
 *
 * @param best number of the system
 * @param probability that it is: promised by {@link KimNelson}, estimated by {@link BudgetAllocation}
 * @param isDecided false where the replications that were allowed did not suffice: then nothing is promised
 * @param standings by system
 */
public record Selection(int best, double probability, boolean isDecided, List<Standing> standings) {

    /**
     * Where a system stood at the end.
     *
     * @param mean over its replications
     * @param replications it had
     * @param isInPlay false where it was found worse than another and given up
     */
    public record Standing(double mean, int replications, boolean isInPlay) {}

    /** Copies. */
    public Selection {
        standings = List.copyOf(standings);
    }
}
