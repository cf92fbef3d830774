package org.tafsim.cli.league;

import org.tafsim.cli.scenario.OfferedLoad;
import org.tafsim.model.RunSpec;
import org.tafsim.model.Scenario;
import org.tafsim.workload.TraceOpener;

/**
 * The beginning of a scenario: warm-up and measured time are cut in proportion, so that about so many requests arrive in both. What
 * the scenario has happen later does not.
 */
final class QuickRun {

    /** Requests of a run, warm-up included. */
    static final long MOST_REQUESTS = 3_000;

    /** Replications of a policy. */
    static final int REPLICATIONS = 10;

    private static final long SHORTEST_NANOS = 1_000_000_000L;

    private QuickRun() {}

    /** The run of a scenario, cut where it is longer. */
    static RunSpec of(Scenario scenario, TraceOpener traces) {
        RunSpec run = scenario.run();
        double perSecond = 0;
        for (int app = 0; app < scenario.apps().size(); app++) {
            perSecond += OfferedLoad.of(scenario, app, traces).requestsPerSecond();
        }
        double share = MOST_REQUESTS / (perSecond * (run.horizonNanos() / 1e9));
        return share >= 1
                ? run
                : new RunSpec(
                        run.seed(),
                        run.replications(),
                        (long) (share * run.warmupNanos()),
                        Math.max(SHORTEST_NANOS, (long) (share * run.durationNanos())),
                        run.drainNanos(),
                        run.seriesNanos(),
                        run.telemetryNanos());
    }
}
