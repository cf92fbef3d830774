package org.tafsim.policies.harvest;

import java.util.List;
import org.tafsim.policies.Parameters;
import org.tafsim.policy.HarvestPolicy;
import org.tafsim.policy.HarvestPolicyType;
import org.tafsim.policy.HarvestView;
import org.tafsim.policy.PolicyContext;

/**
 * RAN keeps the same share at all hours. The baseline: what operators do that plan for the busy hour.
 *
 * <p>Source: as fixed partitions of a card (NVIDIA MIG user guide); here without its whole slices.
 */
public final class StaticSplit implements HarvestPolicy {

    private static final String ID = "static-split";
    private static final String SHARE = "share";

    /** What it is called and how it is built. */
    public static final HarvestPolicyType TYPE = new HarvestType(
            ID,
            "RAN keeps a share (default: half the card).",
            "planning for the busy hour; as fixed MIG partitions",
            List.of(SHARE),
            StaticSplit::new);

    private final double share;

    private StaticSplit(PolicyContext context) {
        share = new Parameters(ID, context).share(SHARE, "50 %");
    }

    @Override
    public double ranShare(HarvestView view) {
        return share;
    }
}
