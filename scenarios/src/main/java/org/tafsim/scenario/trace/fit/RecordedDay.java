package org.tafsim.scenario.trace.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.model.DiurnalProfile;
import org.tafsim.scenario.trace.Recording;

/** The shape over the day of a recording that has one: it lasts a day or longer. */
public final class RecordedDay {

    private static final int HOURS = 24;
    private static final long HOUR_NANOS = 3_600_000_000_000L;
    private static final long DAY_NANOS = HOURS * HOUR_NANOS;

    private RecordedDay() {}

    /** Rate in each hour of the trace's own clock over the mean; the run starts at the hour of the first request. */
    public static Optional<DiurnalProfile> of(Recording trace) {
        long[] nanos = trace.nanos();
        long last = nanos[nanos.length - 1];
        if (last < DAY_NANOS) {
            return Optional.empty();
        }
        long start = Math.floorMod(trace.summary().firstNanos(), DAY_NANOS);
        double[] perHour = new double[HOURS];
        for (long arrival : nanos) {
            perHour[hour(start + arrival)]++;
        }
        List<Double> factors = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            factors.add(perHour[hour] / nanosIn(hour, start, start + last));
        }
        double mean =
                factors.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return Optional.of(new DiurnalProfile(
                factors.stream().map(factor -> Recipe.rounded(factor / mean)).toList(),
                Recipe.rounded((double) start / HOUR_NANOS) % HOURS));
    }

    private static int hour(long sinceMidnight) {
        return (int) (sinceMidnight / HOUR_NANOS % HOURS);
    }

    /** How long it was this hour of the day between two times. */
    private static double nanosIn(int hour, long from, long to) {
        double sum = 0;
        for (long begin = hour * HOUR_NANOS; begin < to; begin += DAY_NANOS) {
            sum += Math.max(0, Math.min(to, begin + HOUR_NANOS) - Math.max(from, begin));
        }
        return sum;
    }

    /** Gaps (s) as they would have been at the mean rate: each times the factor of the hour in which it begins. */
    public static double[] levelled(Recording trace, DiurnalProfile day) {
        long start = Math.floorMod(trace.summary().firstNanos(), DAY_NANOS);
        long[] nanos = trace.nanos();
        double[] gaps = trace.gapsSeconds();
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] *= day.hourlyFactors().get(hour(start + nanos[i]));
        }
        return gaps;
    }
}
