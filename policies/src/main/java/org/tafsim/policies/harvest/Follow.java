package org.tafsim.policies.harvest;

import java.util.List;
import org.tafsim.policies.Parameters;
import org.tafsim.policy.HarvestPolicy;
import org.tafsim.policy.HarvestPolicyType;
import org.tafsim.policy.HarvestView;
import org.tafsim.policy.PolicyContext;

/**
 * RAN keeps what it would need were the last load so many times as high. What is used where nobody says.
 *
 * <p>Source: reactive scaling with headroom, as in most orchestrators; the margin is an assumption.
 */
public final class Follow implements HarvestPolicy {

    private static final String ID = "follow";
    private static final String MARGIN = "margin";

    /** What it is called and how it is built. */
    public static final HarvestPolicyType TYPE = new HarvestType(
            ID,
            "RAN keeps what it would need at the last load times a margin (default: 1.25).",
            "reactive scaling with headroom",
            List.of(MARGIN),
            Follow::new);

    private final double margin;

    private Follow(PolicyContext context) {
        margin = new Parameters(ID, context).number(MARGIN, "1.25", 1, 100);
    }

    @Override
    public double ranShare(HarvestView view) {
        return view.shareFor(Math.min(1, margin * view.load()));
    }
}
