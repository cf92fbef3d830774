package org.tafsim.engine;

import java.util.List;
import org.tafsim.sovereignty.DataFlow;

/**
 * What one run gave: one policy, one replication.
 *
 * @param policy label
 * @param replication from 0
 * @param metrics in a stated order, the same for every run of a scenario
 * @param series by time, then in the order of entities; may be empty
 * @param curves latency distributions
 * @param flows of data between countries, in the measured time
 * @param places what went on where over time
 * @param executedEvents kernel events, for the curious
 */
public record RunResult(
        String policy,
        int replication,
        List<Metric> metrics,
        List<SeriesSample> series,
        List<LatencyCurve> curves,
        List<DataFlow> flows,
        PlaceSeries places,
        long executedEvents) {

    /** Copies. */
    public RunResult {
        metrics = List.copyOf(metrics);
        series = List.copyOf(series);
        curves = List.copyOf(curves);
        flows = List.copyOf(flows);
    }

    /** A result without what went on where. */
    public RunResult(
            String policy,
            int replication,
            List<Metric> metrics,
            List<SeriesSample> series,
            List<LatencyCurve> curves,
            long executedEvents) {
        this(policy, replication, metrics, series, curves, List.of(), PlaceSeries.NONE, executedEvents);
    }
}
