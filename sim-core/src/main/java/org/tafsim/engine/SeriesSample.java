package org.tafsim.engine;

/**
 * One sample of a time series.
 *
 * @param atNanos end of the interval it describes (ns since the start of the run)
 * @param entity as the scope of a {@link Metric}, e.g. {@code tier:far-edge}
 * @param metric snake case with unit, e.g. {@code utilization_fraction}
 * @param value mean over the interval
 */
public record SeriesSample(long atNanos, String entity, String metric, double value) {}
