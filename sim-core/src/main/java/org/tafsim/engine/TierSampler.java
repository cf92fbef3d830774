package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.Tier;
import org.tafsim.serving.ServingSystem;

/**
 * Looks at the tiers at the end of the warm-up and then in regular intervals up to the horizon: how busy their accelerators
 * were, how full their KV caches, how many requests were under way.
 */
final class TierSampler {

    private static final int TIERS = Tier.values().length;

    private final Kernel kernel;
    private final Scenario scenario;
    private final PlacementIndex placement;
    private final ServingSystem serving;
    private final RequestLife life;
    private final int sample;
    private final List<SeriesSample> series = new ArrayList<>();
    private final int[] accelerators = new int[TIERS];
    private final int[] replicas = new int[TIERS];
    private final double[] busyAtWarmup = new double[TIERS];
    private double[] busyBefore = new double[TIERS];
    private final double[] kvSum = new double[TIERS];
    private long before;
    private int samples;

    TierSampler(Kernel kernel, Scenario scenario, PlacementIndex placement, ServingSystem serving, RequestLife life) {
        this.kernel = kernel;
        this.scenario = scenario;
        this.placement = placement;
        this.serving = serving;
        this.life = life;
        sample = kernel.register(EventRank.OBSERVATION, (entity, argument) -> onSample());
        for (int i = 0; i < scenario.replicas().size(); i++) {
            accelerators[tierOf(i)] += scenario.replicas().get(i).tensorParallel();
            replicas[tierOf(i)]++;
        }
    }

    void start() {
        kernel.schedule(scenario.run().warmupNanos(), sample, 0, 0);
    }

    List<SeriesSample> series() {
        return series;
    }

    boolean hasTier(int tier) {
        return replicas[tier] > 0;
    }

    /** Share of the measured time in which the tier's accelerators were busy. */
    double utilization(int tier) {
        return (busyBefore[tier] - busyAtWarmup[tier])
                / ((double) scenario.run().durationNanos() * accelerators[tier]);
    }

    /** Mean share of KV blocks in use, over the samples and the tier's replicas. */
    double meanKvUsed(int tier) {
        return samples == 0 ? 0 : kvSum[tier] / samples;
    }

    private void onSample() {
        long now = kernel.nowNanos();
        double[] busy = busyAcceleratorNanos();
        if (now == scenario.run().warmupNanos()) {
            System.arraycopy(busy, 0, busyAtWarmup, 0, TIERS);
        } else {
            addSamples(now, busy);
        }
        busyBefore = busy;
        before = now;
        if (now < scenario.run().horizonNanos()) {
            kernel.schedule(
                    Math.min(now + scenario.run().seriesNanos(), scenario.run().horizonNanos()), sample, 0, 0);
        }
    }

    private void addSamples(long now, double[] busy) {
        double[] kv = new double[TIERS];
        for (int i = 0; i < scenario.replicas().size(); i++) {
            kv[tierOf(i)] += serving.kvUsedFraction(i);
        }
        samples++;
        for (Tier tier : Tier.values()) {
            int t = column(tier);
            if (hasTier(t)) {
                kvSum[t] += kv[t] / replicas[t];
                double share = (busy[t] - busyBefore[t]) / ((double) (now - before) * accelerators[t]);
                series.add(new SeriesSample(now, "tier:" + tier.word(), "utilization_fraction", share));
            }
        }
        series.add(new SeriesSample(now, "all", "in_flight_count", life.inFlight()));
    }

    private double[] busyAcceleratorNanos() {
        double[] busy = new double[TIERS];
        for (int i = 0; i < scenario.replicas().size(); i++) {
            ReplicaSpec replica = scenario.replicas().get(i);
            busy[tierOf(i)] += (double) serving.busyNanos(i) * replica.tensorParallel();
        }
        return busy;
    }

    /** Position of a tier in arrays of one entry for each. */
    @SuppressWarnings("EnumOrdinal") // never leaves the process
    static int column(Tier tier) {
        return tier.ordinal();
    }

    /** Column of the tier a replica stands in. */
    int tierOf(int replica) {
        return column(scenario.sites().get(placement.siteOf(replica)).tier());
    }
}
