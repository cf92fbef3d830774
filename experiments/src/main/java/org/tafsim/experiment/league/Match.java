package org.tafsim.experiment.league;

import java.util.List;
import java.util.Optional;
import org.tafsim.stats.ConfidenceInterval;

/**
 * One scenario: the place of each policy.
 *
 * @param scenario its name
 * @param replications of each policy
 * @param entries by place, then in the order of the policies
 * @param absences policies that failed here, in their order
 */
public record Match(String scenario, int replications, List<Entry> entries, List<Absence> absences) {

    /** Copies. */
    public Match {
        entries = List.copyOf(entries);
        absences = List.copyOf(absences);
    }

    /**
     * A policy's place.
     *
     * @param place 1 + number of policies found better
     * @param attainment requests that kept their promise, of all; empty where there was no request
     * @param e2eP95 95th percentile of end-to-end time (ms); empty where nothing was completed
     * @param violating requests that broke a rule; empty where the scenario states none
     */
    public record Entry(
            String policy,
            int place,
            Optional<ConfidenceInterval> attainment,
            Optional<ConfidenceInterval> e2eP95,
            Optional<ConfidenceInterval> violating) {}

    /** A policy's entry; empty where it was absent. */
    public Optional<Entry> find(String policy) {
        return entries.stream().filter(entry -> entry.policy().equals(policy)).findFirst();
    }
}
