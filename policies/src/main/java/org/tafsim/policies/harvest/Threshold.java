package org.tafsim.policies.harvest;

import java.util.List;
import org.tafsim.policies.Parameters;
import org.tafsim.policy.HarvestPolicy;
import org.tafsim.policy.HarvestPolicyType;
import org.tafsim.policy.HarvestView;
import org.tafsim.policy.PolicyContext;

/**
 * RAN keeps a share that rises by a step where its use passes one threshold, and falls by a step where it is below a lower one and
 * nothing has changed for a while. Use is what the highest load since the last decision needs, over what RAN keeps. Starts with what RAN
 * has.
 *
 * <p>Source: two thresholds and a stabilisation window, as in the Kubernetes horizontal autoscaler; the figures are assumptions.
 */
public final class Threshold implements HarvestPolicy {

    private static final String ID = "threshold";
    private static final String HIGH = "high";
    private static final String LOW = "low";
    private static final String STEP = "step";
    private static final String HOLD = "hold";
    private static final double NANOS = 1e9;

    /** What it is called and how it is built. */
    public static final HarvestPolicyType TYPE = new HarvestType(
            ID,
            "What RAN keeps rises by a step where its use is high, and falls by one where it is low for a while.",
            "two thresholds and a stabilisation window, as in the Kubernetes horizontal autoscaler",
            List.of(HIGH, LOW, STEP, HOLD),
            Threshold::new);

    private final double high;
    private final double low;
    private final double step;
    private final double holdNanos;
    private double kept = Double.NaN;
    private long changedNanos;

    private Threshold(PolicyContext context) {
        Parameters parameters = new Parameters(ID, context);
        high = parameters.share(HIGH, "85 %");
        low = parameters.share(LOW, "60 %");
        step = parameters.share(STEP, "10 %");
        holdNanos = NANOS * parameters.seconds(HOLD, "1 min");
        if (low >= high || step == 0) {
            throw new IllegalArgumentException(
                    "The policy threshold: 'low' (%s) must be below 'high' (%s), and 'step' (%s) above zero."
                            .formatted(low, high, step));
        }
    }

    @Override
    public double ranShare(HarvestView view) {
        if (Double.isNaN(kept)) {
            kept = view.ranShare();
            changedNanos = view.nowNanos();
        }
        double needed = view.shareFor(view.peakLoad());
        if (needed > high * kept) {
            change(kept + step, view);
        } else if (needed < low * kept && view.nowNanos() - changedNanos >= holdNanos) {
            change(kept - step, view);
        }
        return kept;
    }

    private void change(double share, HarvestView view) {
        double within = Math.min(1, Math.max(view.reservation(), share));
        if (within != kept) {
            kept = within;
            changedNanos = view.nowNanos();
        }
    }
}
