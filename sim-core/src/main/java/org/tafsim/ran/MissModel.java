package org.tafsim.ran;

import org.tafsim.model.CellSpec;
import org.tafsim.model.RanInterference;
import org.tafsim.model.RanSpec;

/**
 * Chance that layer 1 of a slot misses its deadline, for a control interval: from the share that RAN has, the load of its cells and
 * that of AI beside it. What {@link SlotModel} finds slot by slot, in closed form (docs/model/ran.md).
 *
 * <p>Of a slot's time T, what passes the slot's end delays the next slot by X = min(slot, (T − slot)⁺), and a slot misses when
 * T &gt; deadline − X, X being what the slot before left. X is cut into a few values, each the middle of what it stands for.
 *
 * <p>Rises with load and co-runner, falls with the share, in exact arithmetic; equations round in the last digits. Allocates nothing.
 * Not thread safe.
 */
public final class MissModel {

    /** Where the delay of the next slot is cut, as a share of a slot: fine where it is short, for most are. */
    private static final double[] CUTS = {
        0, 0.005, 0.01, 0.015, 0.02, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1, 0.12, 0.14, 0.16, 0.18, 0.2, 0.225, 0.25, 0.275,
        0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9, 1
    };

    /** Less is nothing: one slot in 15 million years. */
    private static final double LEAST_CHANCE = 1e-18;

    /** What no chance above the least could show in its digits. */
    private static final double NEGLIGIBLE = 1e-30;

    private static final int SEARCH_STEPS = 40;

    private final RanInterference interference;
    private final double slotSeconds;
    private final double deadlineSeconds;
    private final int downlinkSlots;
    private final SlotWork downlinkWork;
    private final SlotWork uplinkWork;
    private final boolean isOneKind;
    private final SlotTime downlink;
    private final SlotTime uplink;
    private final double[] cellWeights;

    /** Of a site, in its own sharing mode. */
    public MissModel(RanSpec spec) {
        interference = spec.interference();
        slotSeconds = spec.slotNanos() / 1e9;
        deadlineSeconds = spec.deadlineNanos() / 1e9;
        downlinkSlots = spec.downlinkSlots();
        downlinkWork = SlotWork.downlink(spec);
        uplinkWork = SlotWork.uplink(spec);
        // The common case: half the layers at twice the work, or one direction only.
        isOneKind = downlinkSlots == 0 || downlinkSlots == CellSpec.PATTERN_SLOTS || downlinkWork.equals(uplinkWork);
        downlink = new SlotTime(downlinkSlots == 0 ? uplinkWork : downlinkWork);
        uplink = new SlotTime(uplinkWork);
        cellWeights = SlotWork.weights(spec);
    }

    /**
     * Share of the slots that miss.
     *
     * @param share of the card that RAN has, in [0, 1]
     * @param load mean of the cells, in [0, 1], each by its resource blocks and layers
     * @param coLoad share of time that AI computes on the card, in [0, 1]
     */
    public double missProbability(double share, double load, double coLoad) {
        requireShare(share, "share");
        requireShare(load, "load");
        requireShare(coLoad, "load of AI");
        if (share == 0) {
            return 1;
        }
        double pace = (1 + interference.stretch() * coLoad) / share;
        double wait = interference.jitterSeconds() + interference.blockingSeconds() * coLoad;
        double missed = missed(load, pace, wait);
        return missed < LEAST_CHANCE ? 0 : missed;
    }

    private double missed(double load, double pace, double wait) {
        downlink.prepare(load, pace, wait);
        if (isOneKind) {
            return missAfter(downlink, downlink);
        }
        uplink.prepare(load, pace, wait);
        double missed = (downlinkSlots - 1) * missAfter(downlink, downlink)
                + missAfter(downlink, uplink)
                + missAfter(uplink, downlink)
                + (CellSpec.PATTERN_SLOTS - downlinkSlots - 1) * missAfter(uplink, uplink);
        return missed / CellSpec.PATTERN_SLOTS;
    }

    /** E over the delay X that the slot before leaves: P(T &gt; deadline − X). */
    private double missAfter(SlotTime before, SlotTime slot) {
        double overruns = before.exceeds(slotSeconds);
        double missed = (1 - overruns) * slot.exceeds(deadlineSeconds);
        for (int i = 1; i < CUTS.length && overruns > NEGLIGIBLE; i++) {
            double overrunsMore = before.exceeds(slotSeconds * (1 + CUTS[i]));
            double delay = slotSeconds * (CUTS[i - 1] + CUTS[i]) / 2;
            missed += (overruns - overrunsMore) * slot.exceeds(deadlineSeconds - delay);
            overruns = overrunsMore;
        }
        return missed + overruns * slot.exceeds(deadlineSeconds - slotSeconds);
    }

    /**
     * The least share with which no more slots miss than this; 1 where even the whole card misses more.
     *
     * @param target in (0, 1)
     */
    public double shareFor(double target, double load, double coLoad) {
        if (!(target > 0 && target < 1)) { // also catches NaN
            throw new IllegalArgumentException(
                    "The share of slots that may miss (%s) must lie in (0, 1).".formatted(target));
        }
        double low = 0;
        double high = 1;
        for (int step = 0; step < SEARCH_STEPS; step++) {
            double middle = (low + high) / 2;
            if (missProbability(middle, load, coLoad) > target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** Share of the card that layer 1 is busy with on average, with the whole card and no AI; above 1 where it is too much. */
    public double meanUse(double load) {
        double busy = downlinkSlots * downlinkWork.meanSeconds(load)
                + (CellSpec.PATTERN_SLOTS - downlinkSlots) * uplinkWork.meanSeconds(load);
        return busy / (CellSpec.PATTERN_SLOTS * slotSeconds);
    }

    /**
     * Mean load of the cells, each by its resource blocks and downlink layers.
     *
     * @param loads of the cells, in their order
     */
    public double meanLoad(double[] loads) {
        double sum = 0;
        for (int i = 0; i < cellWeights.length; i++) {
            sum += cellWeights[i] * loads[i];
        }
        return Math.min(1, sum);
    }

    private static void requireShare(double value, String quantity) {
        if (!(value >= 0 && value <= 1)) { // also catches NaN
            throw new IllegalArgumentException("Layer 1: %s (%s) must lie in [0, 1].".formatted(quantity, value));
        }
    }
}
