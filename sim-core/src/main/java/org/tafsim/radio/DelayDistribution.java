package org.tafsim.radio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Distribution of the delay of a small packet that is sent at a time uniform over the pattern, exact. Packets that become ready
 * within one slot and fail as often arrive together, so that their delays are uniform over the length of a slot; the whole is
 * the mixture of these parts, and its distribution function is linear between their ends. Waking up is left out.
 */
public final class DelayDistribution {
    private static final double NANOS_PER_MILLI = 1e6;

    /** Where the density changes, increasing (ms), and the share of packets that take at most that. */
    private final double[] edges;

    private final double[] shares;
    private final double meanMillis;

    /** By how much the density (1/ms) changes at a delay (ms). */
    private record Change(double atMillis, double density) {}

    private DelayDistribution(List<Change> changes, double meanMillis) {
        this.meanMillis = meanMillis;
        changes.sort(Comparator.comparingDouble(Change::atMillis));
        edges = new double[changes.size()];
        shares = new double[changes.size()];
        double density = 0;
        for (int i = 0; i < edges.length; i++) {
            edges[i] = changes.get(i).atMillis();
            shares[i] = i == 0 ? 0 : Math.min(1, shares[i - 1] + density * (edges[i] - edges[i - 1]));
            density = Math.max(0, density + changes.get(i).density());
        }
        shares[edges.length - 1] = 1; // but for rounding
    }

    static DelayDistribution of(SlotWalk walk, HarqFailures harq) {
        List<Change> changes = new ArrayList<>();
        double meanMillis = 0;
        double slotMillis = walk.slotNanos() / NANOS_PER_MILLI;
        for (long slot = 0; slot < walk.periodSlots(); slot++) {
            long sentNanos = slot * walk.slotNanos() - walk.leadNanos();
            for (int failures = 0; failures <= harq.most(); failures++) {
                double share = harq.probability(failures) / walk.periodSlots();
                double least = (walk.arrival(sentNanos, failures) - sentNanos) / NANOS_PER_MILLI;
                meanMillis += share * (least + slotMillis / 2);
                if (share > 0) {
                    changes.add(new Change(least, share / slotMillis));
                    changes.add(new Change(least + slotMillis, -share / slotMillis));
                }
            }
        }
        return new DelayDistribution(changes, meanMillis);
    }

    /** Mean (ms). */
    public double meanMillis() {
        return meanMillis;
    }

    /**
     * The least delay (ms) that a share of packets does not exceed.
     *
     * @param share in [0, 1]
     */
    public double quantileMillis(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("The share of a quantile (%s) must lie in [0, 1].".formatted(share));
        }
        int above = 1;
        while (above < edges.length - 1 && shares[above] < share) {
            above++;
        }
        double step = shares[above] - shares[above - 1];
        double part = step > 0 ? Math.max(0, share - shares[above - 1]) / step : 0;
        return edges[above - 1] + Math.min(1, part) * (edges[above] - edges[above - 1]);
    }

    /** Share of packets that take at most so long (ms). */
    public double shareWithin(double millis) {
        int above = 0;
        while (above < edges.length && edges[above] < millis) {
            above++;
        }
        if (above == 0 || above == edges.length) {
            return above == 0 ? 0 : 1;
        }
        double part = (millis - edges[above - 1]) / (edges[above] - edges[above - 1]);
        return shares[above - 1] + part * (shares[above] - shares[above - 1]);
    }
}
