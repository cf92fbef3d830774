package org.tafsim.experiment.league;

/**
 * A policy that has no place in a scenario.
 *
 * @param policy label
 * @param reason of its failure, in its own words
 */
public record Absence(String policy, String reason) {}
