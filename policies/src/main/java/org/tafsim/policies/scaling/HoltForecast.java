package org.tafsim.policies.scaling;

import java.util.List;
import org.tafsim.policies.Parameters;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.ScalingPolicy;
import org.tafsim.policy.ScalingPolicyType;
import org.tafsim.policy.ScalingView;

/**
 * Staffs for the requests in flight to expect when what is started now serves: level and trend, each smoothed exponentially, carried on
 * over the start and a period. So many in flight are counted for each replica, as a replica that batches has no other capacity: it is busy
 * with one request as with sixty. With {@code staffing: square-root} it is R + β√R replicas where R alone would be enough.
 *
 * <p>Source: C. Holt, "Forecasting seasonals and trends by exponentially weighted moving averages", 1957; square-root staffing after S.
 * Halfin and W. Whitt, Operations Research 29(3), 1981. Smoothing constants are ours.
 */
final class HoltForecast implements ScalingPolicy {

    private static final String ID = "forecast";
    private static final String LEVEL = "level";
    private static final String TREND = "trend";
    private static final String TARGET = "target";
    private static final String STAFFING = "staffing";
    private static final String BETA = "beta";

    /** What it is called and how it is built. */
    static final ScalingPolicyType TYPE = new ScalingType(
            ID,
            "Requests in flight foreseen (Holt) for when a start is over / 16 (target), or square-root staffing.",
            "Holt 1957; square-root staffing, Halfin and Whitt 1981",
            List.of(LEVEL, TREND, TARGET, STAFFING, BETA),
            HoltForecast::new);

    private final double levelWeight;
    private final double trendWeight;
    private final double target;
    private final boolean isSquareRoot;
    private final double beta;
    private double level = Double.NaN;
    private double trendPerSecond;
    private long lastNanos;

    private HoltForecast(PolicyContext context) {
        Parameters parameters = new Parameters(ID, context);
        levelWeight = parameters.share(LEVEL, "20 %");
        trendWeight = parameters.share(TREND, "10 %");
        target = parameters.number(TARGET, "16", 0.01, 1e6);
        isSquareRoot = parameters.parsed(STAFFING, "share", HoltForecast::isSquareRoot);
        beta = parameters.number(BETA, "1", -10, 10);
    }

    private static boolean isSquareRoot(String word) {
        if (!word.equals("share") && !word.equals("square-root")) {
            throw new IllegalArgumentException("expected share or square-root, found \"%s\".".formatted(word));
        }
        return word.equals("square-root");
    }

    @Override
    public int replicas(ScalingView view) {
        learn(view);
        double ahead = view.startSeconds() + view.periodSeconds();
        double needed = Math.max(0, level + ahead * trendPerSecond) / target;
        return Scalings.ceiling(isSquareRoot ? needed + beta * Math.sqrt(needed) : needed);
    }

    private void learn(ScalingView view) {
        if (Double.isNaN(level)) {
            level = view.inFlight();
            lastNanos = view.nowNanos();
            return;
        }
        double seconds = (view.nowNanos() - lastNanos) / 1e9;
        if (seconds < view.periodSeconds() / 2) {
            return; // asked in between, as a replica has failed: no time to tell a trend
        }
        lastNanos = view.nowNanos();
        double before = level;
        level = levelWeight * view.inFlight() + (1 - levelWeight) * (before + seconds * trendPerSecond);
        trendPerSecond = trendWeight * (level - before) / seconds + (1 - trendWeight) * trendPerSecond;
    }
}
