package org.tafsim.workload;

import java.util.function.DoubleUnaryOperator;
import org.tafsim.model.DiurnalProfile;

/**
 * Operational time of a rate that follows the hours of the day: A(t) = ∫ f, with f the hourly factor, of mean 1.
 *
 * <p>A unit-rate Poisson process at the times A⁻¹(τ) is exactly the Poisson process of rate f(t) (Çinlar, "Introduction to
 * Stochastic Processes", 1975, ch. 4.7); any other process is stretched and squeezed with the day. Called with times that
 * never decrease.
 */
final class DiurnalClock implements DoubleUnaryOperator {
    private static final int HOURS = 24;
    private static final double HOUR_SECONDS = 3600;

    private final double[] factors;
    private final double startHour;

    /** Hours of the day, counted on from the one in which the run starts. */
    private long hour;

    /** Operational time at the start of that hour, or of the run (s). */
    private double operationalAtStart;

    DiurnalClock(DiurnalProfile profile) {
        factors = profile.hourlyFactors().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        startHour = profile.startHour();
        hour = (long) Math.floor(startHour);
    }

    /** The time (s) by which this much operational time (s) has passed: A⁻¹. */
    @Override
    public double applyAsDouble(double operationalSeconds) {
        double end = operationalAtStart + factor() * (endSeconds() - startSeconds());
        while (operationalSeconds > end) {
            operationalAtStart = end;
            hour++;
            end = operationalAtStart + factor() * HOUR_SECONDS;
        }
        if (operationalSeconds <= operationalAtStart) {
            return startSeconds();
        }
        return Math.min(endSeconds(), startSeconds() + (operationalSeconds - operationalAtStart) / factor());
    }

    private double factor() {
        return factors[(int) (hour % HOURS)];
    }

    /** Start of the current hour since the start of the run (s). */
    private double startSeconds() {
        return Math.max(0, (hour - startHour) * HOUR_SECONDS);
    }

    private double endSeconds() {
        return (hour + 1 - startHour) * HOUR_SECONDS;
    }
}
