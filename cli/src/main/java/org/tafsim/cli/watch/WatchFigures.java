package org.tafsim.cli.watch;

import java.util.List;
import java.util.Locale;
import org.tafsim.engine.Metric;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.stats.ConfidenceInterval;

/** Numbers of runs that go on, as texts. */
final class WatchFigures {

    private static final double PERCENT = 100;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int MINUTES_PER_HOUR = 60;
    private static final double LEAST_SHARE = 1e-3;

    private WatchFigures() {}

    /**
     * What people look at first.
     *
     * @param name of the metric, over all requests
     * @param heading with its unit
     */
    record Shown(String name, String heading, double scale, int decimals) {}

    static final List<Shown> SHOWN = List.of(
            new Shown("slo_attainment", "SLO, %", PERCENT, 1),
            new Shown("ttft_p95", "TTFT p95, ms", 1, 0),
            new Shown("violations", "violations", 1, 0));

    /** Mean with the half-width of its 95 % interval over the replications that are done; empty where none is. */
    static String interval(List<RunResult> done, Shown shown) {
        double[] values = done.stream()
                .flatMap(result -> result.metrics().stream())
                .filter(metric -> metric.scope().equals("all") && metric.name().equals(shown.name()))
                .mapToDouble(Metric::value)
                .toArray();
        if (values.length == 0) {
            return "";
        }
        ConfidenceInterval interval = ConfidenceInterval.student(values, SummaryTable.CONFIDENCE);
        String mean = number(shown.scale() * interval.mean(), shown.decimals());
        return values.length == 1 ? mean : mean + " ±" + number(shown.scale() * interval.halfWidth(), shown.decimals());
    }

    static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    /** How long it still takes if it goes on as it did; empty where too little is done to tell. */
    static String left(double seconds, double share) {
        return share < LEAST_SHARE ? "" : ", about " + time(seconds / share * (1 - share)) + " left";
    }

    static String time(double seconds) {
        long whole = Math.round(seconds);
        if (whole < SECONDS_PER_MINUTE) {
            return whole + " s";
        }
        long minutes = whole / SECONDS_PER_MINUTE;
        return minutes < MINUTES_PER_HOUR
                ? "%d min %d s".formatted(minutes, whole % SECONDS_PER_MINUTE)
                : "%d h %d min".formatted(minutes / MINUTES_PER_HOUR, minutes % MINUTES_PER_HOUR);
    }
}
