package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.tafsim.model.RunSpec;

/**
 * How much of what users were promised is kept, lawfully, before and after a shock: the share of requests that were served
 * within their SLO and broke no rule, by time of arrival, in intervals of the time series.
 */
final class AutonomyCurve {

    private final long fromNanos;
    private final long stepNanos;
    private final long shockNanos;
    private final long[] arrived;
    private final long[] kept;

    /**
     * An empty curve.
     *
     * @param shockNanos when it happens (ns since the start of the run)
     */
    AutonomyCurve(RunSpec run, long shockNanos) {
        fromNanos = run.warmupNanos();
        stepNanos = run.seriesNanos();
        this.shockNanos = shockNanos;
        int steps = (int) ((run.durationNanos() + stepNanos - 1) / stepNanos);
        arrived = new long[steps];
        kept = new long[steps];
    }

    /** Counts a measured request that has ended. */
    void record(long arrivalNanos, boolean isKept) {
        int step = (int) ((arrivalNanos - fromNanos) / stepNanos);
        arrived[step]++;
        kept[step] += isKept ? 1 : 0;
    }

    /** Share before the shock; empty where nothing was kept before it. */
    OptionalDouble before() {
        return share(0, shockStep());
    }

    /** Autonomy after the shock, as a whole: the share then over the share before. */
    OptionalDouble mean() {
        OptionalDouble after = share(shockStep(), arrived.length);
        return before().isEmpty() || after.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(after.getAsDouble() / before().getAsDouble());
    }

    /** Time from the shock until autonomy is under a half (ns); empty where it never is. */
    OptionalLong halfLifeNanos() {
        for (int step = shockStep(); step < arrived.length; step++) {
            if (isUnder(step, 0.5)) {
                return OptionalLong.of(Math.max(0, startNanos(step) - shockNanos));
            }
        }
        return OptionalLong.empty();
    }

    /** Time from the shock until autonomy, once under 95 %, is back there for good (ns); empty where it is not. */
    OptionalLong recoveryNanos() {
        int last = -1;
        for (int step = shockStep(); step < arrived.length; step++) {
            last = isUnder(step, 0.95) ? step : last;
        }
        boolean isBack = last >= 0 && last + 1 < arrived.length;
        return isBack ? OptionalLong.of(startNanos(last + 1) - shockNanos) : OptionalLong.empty();
    }

    /** The curve: autonomy of every interval with an arrival. */
    List<SeriesSample> series() {
        List<SeriesSample> samples = new ArrayList<>();
        before().ifPresent(before -> {
            for (int step = 0; step < arrived.length; step++) {
                if (arrived[step] > 0) {
                    double autonomy = (double) kept[step] / (double) arrived[step] / before;
                    samples.add(new SeriesSample(startNanos(step + 1), "all", "autonomy_fraction", autonomy));
                }
            }
        });
        return samples;
    }

    private boolean isUnder(int step, double bound) {
        OptionalDouble before = before();
        return before.isPresent()
                && arrived[step] > 0
                && (double) kept[step] / (double) arrived[step] < bound * before.getAsDouble();
    }

    private OptionalDouble share(int fromStep, int toStep) {
        long all = 0;
        long good = 0;
        for (int step = fromStep; step < toStep; step++) {
            all += arrived[step];
            good += kept[step];
        }
        return (good == 0 && fromStep == 0) || all == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) good / (double) all);
    }

    /** The first interval that begins at or after the shock. */
    private int shockStep() {
        return (int) Math.min(arrived.length, Math.max(0, (shockNanos - fromNanos + stepNanos - 1) / stepNanos));
    }

    private long startNanos(int step) {
        return fromNanos + step * stepNanos;
    }
}
