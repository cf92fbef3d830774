package org.tafsim.serving;

/**
 * A straight line that the time of no step lies below: φ + β for each token that passes the layers.
 *
 * @param fixedTicks φ, at least 0
 * @param tokenTicks β, at least 0
 */
record StepLine(double fixedTicks, double tokenTicks) {}
