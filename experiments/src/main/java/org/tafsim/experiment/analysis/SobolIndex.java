package org.tafsim.experiment.analysis;

/**
 * How much of the result's variance a factor explains.
 *
 * @param factor from 0
 * @param first S_i: by itself. Estimates of small indices can come out below 0
 * @param total T_i: with all its interactions; near 0 for a factor that can be fixed anywhere
 */
public record SobolIndex(int factor, Interval first, Interval total) {}
