package org.tafsim.station;

import org.tafsim.stats.ConfidenceInterval;

/**
 * A measured quantity beside its closed form.
 *
 * @param name the queue, such as M/M/1
 * @param quantity what was measured, with its unit
 * @param expected the closed form
 * @param measured over the replications
 * @param inside whether the interval holds the closed form
 */
public record TheoryCheck(String name, String quantity, double expected, ConfidenceInterval measured, boolean inside) {

    static TheoryCheck of(String name, String quantity, double expected, ConfidenceInterval measured) {
        return new TheoryCheck(name, quantity, expected, measured, measured.contains(expected));
    }
}
