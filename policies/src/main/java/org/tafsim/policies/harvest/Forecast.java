package org.tafsim.policies.harvest;

import java.util.Arrays;
import java.util.List;
import org.tafsim.policies.Parameters;
import org.tafsim.policy.HarvestPolicy;
import org.tafsim.policy.HarvestPolicyType;
import org.tafsim.policy.HarvestView;
import org.tafsim.policy.PolicyContext;
import org.tafsim.units.DurationText;

/**
 * RAN keeps what the load foreseen until the next decision needs, and some standard deviations of what was not foreseen. Foreseen is the
 * load of the same time yesterday, and a part of what the last load was above or below yesterday's then. The first day has no yesterday:
 * the last load stands for it.
 *
 * <p>Of each bucket of time the highest load counts. Source: a seasonal difference with an autoregressive term, G. Box and G. Jenkins,
 * "Time series analysis: forecasting and control", 1970, as SARIMA (1,0,0)(0,1,0) of a day; figures are assumptions and not fitted.
 */
public final class Forecast implements HarvestPolicy {

    private static final String ID = "forecast";
    private static final String CARRY = "carry";
    private static final String DEVIATIONS = "deviations";
    private static final String BUCKET = "bucket";
    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final long LEAST_BUCKET_NANOS = 1_000_000_000L;

    /** Of a new error in the mean of squares: some twenty buckets are remembered. */
    private static final double ERROR_WEIGHT = 0.05;

    /** What it is called and how it is built. */
    public static final HarvestPolicyType TYPE = new HarvestType(
            ID,
            "RAN keeps what the load foreseen from now and from yesterday needs, and a margin for errors.",
            "seasonal difference and autoregression (Box and Jenkins 1970)",
            List.of(CARRY, DEVIATIONS, BUCKET),
            Forecast::new);

    private final double carry;
    private final double deviations;
    private final long bucketNanos;
    private final double[] yesterday;
    private long bucket = -1;
    private double highest;
    private double last = Double.NaN;
    private double lastAbove;
    private double squaredError;

    private Forecast(PolicyContext context) {
        Parameters parameters = new Parameters(ID, context);
        carry = parameters.share(CARRY, "50 %");
        deviations = parameters.number(DEVIATIONS, "2", 0, 100);
        bucketNanos = parameters.parsed(BUCKET, "5 min", DurationText::nanos);
        if (bucketNanos < LEAST_BUCKET_NANOS || DAY_NANOS % bucketNanos != 0) {
            throw new IllegalArgumentException(
                    "The policy forecast: 'bucket' must be a second or more, and a day a whole number of it.");
        }
        yesterday = new double[Math.toIntExact(DAY_NANOS / bucketNanos)];
        Arrays.fill(yesterday, Double.NaN);
    }

    @Override
    public double ranShare(HarvestView view) {
        // What the view tells lies before now: at a bucket's first instant it belongs to the bucket before.
        long seen = Math.max(0, view.nowNanos() - 1) / bucketNanos;
        if (bucket >= 0 && seen != bucket) {
            learn(slot(bucket), highest);
            highest = 0;
        }
        bucket = seen;
        highest = Math.max(highest, view.peakLoad());
        double margin = deviations * StrictMath.sqrt(squaredError);
        return view.shareFor(Math.min(1, Math.max(highest, foreseenUntilNext(view) + margin)));
    }

    private void learn(int slot, double load) {
        double error = Double.isNaN(last) ? 0 : load - foreseen(slot);
        squaredError += ERROR_WEIGHT * (error * error - squaredError);
        lastAbove = Double.isNaN(yesterday[slot]) ? 0 : load - yesterday[slot];
        last = load;
        yesterday[slot] = load;
    }

    private double foreseenUntilNext(HarvestView view) {
        long first = view.nowNanos() / bucketNanos;
        long end = Math.min(first + yesterday.length, (view.nowNanos() + view.periodNanos()) / bucketNanos);
        double most = 0;
        for (long ahead = first; ahead <= end; ahead++) {
            most = Math.max(most, foreseen(slot(ahead)));
        }
        return most;
    }

    private double foreseen(int slot) {
        if (Double.isNaN(last)) {
            return highest;
        }
        return Double.isNaN(yesterday[slot]) ? last : yesterday[slot] + carry * lastAbove;
    }

    private int slot(long ofBucket) {
        return (int) (ofBucket % yesterday.length);
    }
}
