package org.tafsim.report.table;

import org.tafsim.experiment.Decimals;
import org.tafsim.model.Scenario;

/**
 * What was run, in one line.
 *
 * @param scenario name
 * @param sites of the scenario
 * @param populations of the scenario
 * @param policies compared
 * @param replications of each
 * @param measuredNanos measured time of each replication (ns)
 */
public record RunHeadline(
        String scenario, int sites, int populations, int policies, int replications, long measuredNanos) {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_MINUTE = 60 * NANOS_PER_SECOND;
    private static final long NANOS_PER_HOUR = 60 * NANOS_PER_MINUTE;

    /** Of a scenario under all its policies. */
    public static RunHeadline of(Scenario scenario) {
        return new RunHeadline(
                scenario.name(),
                scenario.sites().size(),
                scenario.populations().size(),
                scenario.policies().size(),
                scenario.run().replications(),
                scenario.run().durationNanos());
    }

    /** E.g. {@code 112 sites · 37 populations · 4 policies × 5 replications · 10 min measured}. */
    public String text() {
        return "%s · %s · %s × %s · %s measured"
                .formatted(
                        count(sites, "site", "sites"),
                        count(populations, "population", "populations"),
                        count(policies, "policy", "policies"),
                        count(replications, "replication", "replications"),
                        duration(measuredNanos));
    }

    private static String count(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private static String duration(long nanos) {
        if (nanos % NANOS_PER_HOUR == 0) {
            return nanos / NANOS_PER_HOUR + " h";
        }
        if (nanos % NANOS_PER_MINUTE == 0) {
            return nanos / NANOS_PER_MINUTE + " min";
        }
        if (nanos % NANOS_PER_SECOND == 0) {
            return nanos / NANOS_PER_SECOND + " s";
        }
        return Decimals.fixed((double) nanos / NANOS_PER_SECOND, 3) + " s";
    }
}
