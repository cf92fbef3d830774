package org.tafsim.scenario.catalog;

/**
 * A number that the catalog assumes.
 *
 * @param value where a scenario states none
 * @param least others would put it
 * @param most others would put it
 * @param source where the figures come from
 */
public record Assumed(double value, double least, double most, String source) {

    /** Checks. */
    public Assumed {
        if (!(least <= value && value <= most)) { // also catches NaN
            throw new IllegalArgumentException(
                    "The value (%s) must lie in its range, from %s to %s.".formatted(value, least, most));
        }
    }
}
