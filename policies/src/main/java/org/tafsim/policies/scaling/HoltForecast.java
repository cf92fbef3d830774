package org.tafsim.policies.scaling;

import java.util.List;
import org.tafsim.policies.Parameters;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.ScalingPolicy;
import org.tafsim.policy.ScalingPolicyType;
import org.tafsim.policy.ScalingView;

/**
 * Staffs for the arrivals to expect when what is started now serves: level and trend of the rate, each smoothed exponentially, carried
 * on over the start and a period. What a replica can do is the rate at which it ended requests while it computed, the highest seen of
 * late; a share of it is counted on. With {@code staffing: square-root} it is R + β√R replicas for an offered load of R instead.
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

    /** Of the capacity of before, what is kept from decision to decision where it is not reached. */
    private static final double FADE = 0.98;

    /** What it is called and how it is built. */
    static final ScalingPolicyType TYPE = new ScalingType(
            ID,
            "Arrivals foreseen for when a start is over (Holt) / 70 % (target) of what a replica did while busy.",
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
    private double capacity;
    private long lastNanos;

    private HoltForecast(PolicyContext context) {
        Parameters parameters = new Parameters(ID, context);
        levelWeight = parameters.share(LEVEL, "50 %");
        trendWeight = parameters.share(TREND, "30 %");
        target = Math.max(0.01, parameters.share(TARGET, "70 %"));
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
        if (capacity == 0) {
            return view.on(); // nothing has ended yet
        }
        double ahead = view.startSeconds() + view.periodSeconds();
        double load = Math.max(0, level + ahead * trendPerSecond) / capacity;
        return Scalings.ceiling(isSquareRoot ? load + beta * Math.sqrt(load) : load / target);
    }

    private void learn(ScalingView view) {
        double rate = view.arrivalsPerSecond();
        capacity = Math.max(FADE * capacity, view.servedPerBusySecond());
        double seconds = (view.nowNanos() - lastNanos) / 1e9;
        lastNanos = view.nowNanos();
        if (Double.isNaN(level) || seconds <= 0) {
            level = rate;
            return;
        }
        double before = level;
        level = levelWeight * rate + (1 - levelWeight) * (before + seconds * trendPerSecond);
        trendPerSecond = trendWeight * (level - before) / seconds + (1 - trendWeight) * trendPerSecond;
    }
}
