package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.Scenario;
import org.tafsim.model.Tier;
import org.tafsim.serving.ServingSystem;

/**
 * Looks at the tiers in regular intervals up to the horizon, one of which ends with the warm-up: how busy their accelerators
 * were, how full their KV caches, how many requests were there, and what capacity the law had stranded.
 */
final class TierSampler {

    private static final int TIERS = Tier.values().length;

    private final Kernel kernel;
    private final Scenario scenario;
    private final Placement placement;
    private final ServingSystem serving;
    private final Doors doors;
    private final StrandedCapacity stranded;
    private final SeriesClock clock;
    private final Consumer<List<SeriesSample>> observer;
    private final List<SeriesSample> series = new ArrayList<>();
    private final double[] accelerators = new double[TIERS];
    private final int[] replicas = new int[TIERS];
    private List<TierCounts> atWarmup;
    private List<TierCounts> latest;
    private final UsageBook usage;
    private final TierPower power;
    private final double[] kvSum = new double[TIERS];
    private long before;
    private int samples;

    TierSampler(
            Kernel kernel,
            Scenario scenario,
            Placement placement,
            ServingSystem serving,
            Doors doors,
            StrandedCapacity stranded,
            UsageBook usage,
            EnergyAccounts accounts,
            Consumer<List<SeriesSample>> observer) {
        this.kernel = kernel;
        this.scenario = scenario;
        this.placement = placement;
        this.serving = serving;
        this.doors = doors;
        this.stranded = stranded;
        atWarmup = none();
        latest = none();
        this.usage = usage;
        this.observer = observer;
        clock = new SeriesClock(kernel, scenario.run(), this::onSample);
        SharedCards cards = new SharedCards(scenario);
        for (int i = 0; i < scenario.replicas().size(); i++) {
            accelerators[tierOf(i)] += cards.cardsOf(i);
            replicas[tierOf(i)]++;
        }
        int[] tiers =
                IntStream.range(0, scenario.replicas().size()).map(this::tierOf).toArray();
        power = new TierPower(accounts, usage, tiers, TIERS);
    }

    void start() {
        clock.start();
    }

    List<SeriesSample> series() {
        return series;
    }

    /** What stood idle by law. */
    StrandedCapacity stranded() {
        return stranded;
    }

    boolean hasTier(int tier) {
        return replicas[tier] > 0;
    }

    /** What the tier did in the measured time. */
    TierCounts measured(int tier) {
        return latest.get(tier).since(atWarmup.get(tier));
    }

    /** Share of the measured time in which the tier's accelerators were busy. */
    double utilization(int tier) {
        return measured(tier).busyAcceleratorNanos() / ((double) scenario.run().durationNanos() * accelerators[tier]);
    }

    /** Mean share of KV blocks in use, over the samples of the measured time and the tier's replicas. */
    double meanKvUsed(int tier) {
        return samples == 0 ? 0 : kvSum[tier] / samples;
    }

    private void onSample() {
        long now = kernel.nowNanos();
        List<TierCounts> counts = counts();
        if (now > 0) {
            int known = series.size();
            addSamples(now, counts);
            observer.accept(List.copyOf(series.subList(known, series.size())));
        }
        if (now == scenario.run().warmupNanos()) {
            atWarmup = counts;
            usage.begin();
            power.begin(now);
        }
        latest = counts;
        if (now > scenario.run().warmupNanos()) {
            stranded.look();
        }
        before = now;
    }

    private void addSamples(long now, List<TierCounts> counts) {
        double[] kv = new double[TIERS];
        int[] inFlight = new int[TIERS];
        for (int i = 0; i < scenario.replicas().size(); i++) {
            kv[tierOf(i)] += serving.kvUsedFraction(i);
            inFlight[tierOf(i)] += serving.waitingRequests(i) + serving.runningSequences(i) + doors.waiting(i);
        }
        power.look(now);
        boolean isMeasured = now > scenario.run().warmupNanos();
        samples += isMeasured ? 1 : 0;
        for (Tier tier : Tier.values()) {
            int t = column(tier);
            if (hasTier(t)) {
                kvSum[t] += isMeasured ? kv[t] / replicas[t] : 0;
                double busy = counts.get(t).since(latest.get(t)).busyAcceleratorNanos();
                double share = busy / ((double) (now - before) * accelerators[t]);
                series.add(new SeriesSample(now, "tier:" + tier.word(), "utilization_fraction", share));
                series.add(new SeriesSample(now, "tier:" + tier.word(), "in_flight", inFlight[t]));
                power.kilowatts(t)
                        .ifPresent(kilowatts ->
                                series.add(new SeriesSample(now, "tier:" + tier.word(), "power_kw", kilowatts)));
                addHits(now, tier, counts.get(t).since(latest.get(t)));
            }
        }
    }

    private void addHits(long now, Tier tier, TierCounts interval) {
        if (interval.searchedTokens() > 0) {
            double share = (double) interval.cachedTokens() / interval.searchedTokens();
            series.add(new SeriesSample(now, "tier:" + tier.word(), "prefix_hit_fraction", share));
        }
    }

    private List<TierCounts> counts() {
        List<TierCounts> counts = none();
        for (int i = 0; i < scenario.replicas().size(); i++) {
            counts.get(tierOf(i)).add(serving, i, scenario.replicas().get(i));
        }
        return counts;
    }

    private static List<TierCounts> none() {
        return Stream.generate(TierCounts::new).limit(TIERS).toList();
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
