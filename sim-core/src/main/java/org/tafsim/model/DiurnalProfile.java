package org.tafsim.model;

import java.util.List;

/**
 * Shape of a rate over the day.
 *
 * @param hourlyFactors 24 factors, the first for the hour from midnight; scaled to a mean of 1
 * @param startHour hour of the day at which the run starts, in [0, 24)
 */
public record DiurnalProfile(List<Double> hourlyFactors, double startHour) {

    /** Copies, scales and checks. */
    public DiurnalProfile {
        if (hourlyFactors.size() != 24 || !(startHour >= 0 && startHour < 24)) {
            throw new IllegalArgumentException(
                    "A diurnal profile needs 24 factors (%d given) and a start hour in [0, 24) (%s given)."
                            .formatted(hourlyFactors.size(), startHour));
        }
        double sum = 0;
        for (double factor : hourlyFactors) {
            sum += Require.atLeastZero(factor, "Diurnal profile", "hourly factor");
        }
        double mean = Require.positive(sum, "Diurnal profile", "sum of the hourly factors") / 24;
        boolean isScaled = Math.abs(mean - 1) < 1e-9; // stays as it is, so that what was written reads back the same
        hourlyFactors = isScaled
                ? List.copyOf(hourlyFactors)
                : hourlyFactors.stream().map(factor -> factor / mean).toList();
    }
}
