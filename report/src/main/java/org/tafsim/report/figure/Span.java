package org.tafsim.report.figure;

import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.tafsim.stats.ConfidenceInterval;

/** What an axis of a scatter covers: all means, and as much of their intervals as it can show. */
record Span(double least, double most, boolean isLogarithmic) {

    private static final double MARGIN = 0.08;
    private static final double MOST_ON_LINEAR_AXIS = 10;
    private static final double FACTOR = 1.7;

    static Span of(List<ConfidenceInterval> intervals) {
        double leastMean =
                intervals.stream().mapToDouble(ConfidenceInterval::mean).min().orElseThrow();
        double mostMean =
                intervals.stream().mapToDouble(ConfidenceInterval::mean).max().orElseThrow();
        double high = intervals.stream().mapToDouble(Span::high).max().orElseThrow();
        if (leastMean > 0 && mostMean / leastMean > MOST_ON_LINEAR_AXIS) {
            return new Span(leastMean / FACTOR, Math.min(high, FACTOR * mostMean) * FACTOR, true);
        }
        double low = intervals.stream()
                .mapToDouble(interval -> interval.mean() - reach(interval))
                .min()
                .orElseThrow();
        double from = leastMean >= 0 ? Math.max(0, low) : low;
        double margin = high > from ? MARGIN * (high - from) : high == 0 ? 1 : Math.abs(high) / 2;
        return new Span(from - margin, high + margin, false);
    }

    static double reach(ConfidenceInterval interval) {
        return Double.isFinite(interval.halfWidth()) ? interval.halfWidth() : 0;
    }

    /** Lower end of an interval, no lower than the axis. */
    double low(ConfidenceInterval interval) {
        return Math.max(least, interval.mean() - reach(interval));
    }

    static double high(ConfidenceInterval interval) {
        return interval.mean() + reach(interval);
    }

    /** Where a value is, from 0 to 1. */
    double share(double value) {
        return isLogarithmic
                ? StrictMath.log(value / least) / StrictMath.log(most / least)
                : (value - least) / (most - least);
    }

    /** The value at a place, from 0 to 1. */
    double at(double share) {
        return isLogarithmic ? least * StrictMath.pow(most / least, share) : least + share * (most - least);
    }

    ValueAxis axis(String label) {
        return isLogarithmic ? new LogarithmicAxis(label, least, most) : FigureStyle.numbers(label, least, most);
    }
}
