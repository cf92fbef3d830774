package org.tafsim.model;

/**
 * Delays as they were measured, each packet's drawn by itself.
 *
 * @param uplinkMillis distribution of the one-way delay upward (ms)
 * @param downlinkMillis the same downward (ms)
 */
public record MeasuredDelay(QuantileTable uplinkMillis, QuantileTable downlinkMillis) implements RadioDelay {}
