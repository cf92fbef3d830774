package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.engine.SessionStatistics.Ending;

/** Turns what was counted of an application's sessions into metrics, in a stated order. */
final class SessionReport {

    private static final double NANOS_PER_SECOND = 1e9;

    private SessionReport() {}

    /**
     * Those of an application.
     *
     * @param mayLose whether replicas may be lost
     */
    static List<Metric> metrics(String scope, SessionStatistics of, boolean mayLose) {
        List<Metric> metrics = new ArrayList<>();
        metrics.add(new Metric(scope, "sessions", "count", (double) of.started()));
        metrics.add(new Metric(scope, "sessions_completed", "count", (double) of.ended(Ending.COMPLETED)));
        metrics.add(new Metric(scope, "sessions_cut", "count", (double) of.ended(Ending.CUT)));
        metrics.add(new Metric(scope, "sessions_abandoned", "count", (double) of.ended(Ending.ABANDONED)));
        metrics.add(new Metric(scope, "sessions_unfinished", "count", (double) of.unfinished()));
        if (mayLose) {
            metrics.add(new Metric(scope, "sessions_resumed", "count", (double) of.resumed()));
            metrics.add(new Metric(scope, "sessions_lost", "count", (double) of.lost()));
        }
        metrics.add(new Metric(scope, "sessions_open_mean", "count", of.meanOpen()));
        if (of.turns.count() > 0) {
            double p95 = of.duration.quantileNanos(0.95) / NANOS_PER_SECOND;
            metrics.add(new Metric(scope, "session_turns_mean", "count", of.turns.mean()));
            metrics.add(new Metric(scope, "session_time_mean", "s", of.duration.meanNanos() / NANOS_PER_SECOND));
            metrics.add(new Metric(scope, "session_time_p95", "s", p95));
        }
        return metrics;
    }
}
