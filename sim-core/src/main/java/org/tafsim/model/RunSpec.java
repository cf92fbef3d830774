package org.tafsim.model;

/**
 * How long and how often to run.
 *
 * @param seed root of all random streams
 * @param replications independent runs, at least 1
 * @param warmupNanos start of every run that is not measured
 * @param durationNanos measured time after it
 * @param drainNanos longest time after it in which measured requests may still end
 * @param seriesNanos distance between samples of the time series
 * @param telemetryNanos age of what policies see: they see the state as of the last multiple of it; 0 is live
 */
public record RunSpec(
        long seed,
        int replications,
        long warmupNanos,
        long durationNanos,
        long drainNanos,
        long seriesNanos,
        long telemetryNanos) {

    /** Checks. */
    public RunSpec {
        Require.positive(replications, "Run", "replications");
        Require.atLeastZero(warmupNanos, "Run", "warm-up (ns)");
        Require.positive(durationNanos, "Run", "duration (ns)");
        Require.atLeastZero(drainNanos, "Run", "drain (ns)");
        Require.positive(seriesNanos, "Run", "series distance (ns)");
        Require.atLeastZero(telemetryNanos, "Run", "telemetry age (ns)");
    }

    /** End of the measured time (ns since the start of the run). */
    public long horizonNanos() {
        return Math.addExact(warmupNanos, durationNanos);
    }

    /** The same run with another warm-up (ns); the measured time keeps its length. */
    public RunSpec withWarmup(long nanos) {
        return new RunSpec(seed, replications, nanos, durationNanos, drainNanos, seriesNanos, telemetryNanos);
    }
}
