package org.tafsim.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.GeoPoint;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.Precision;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.ServedReplica;
import org.tafsim.model.Site;
import org.tafsim.model.StepConstants;
import org.tafsim.model.Tier;
import org.tafsim.policy.CandidatesView;

/** One replica at each of many sites, of all tiers in five countries; what is known of them lies in arrays. */
final class ArrayCandidates implements CandidatesView {

    private static final List<String> COUNTRIES = List.of("DE", "FR", "US", "ES", "PL");
    private static final Site.Custody NOTHING_STATED = new Site.Custody(List.of(), List.of(), List.of(), List.of());
    private static final ModelProfile MODEL =
            new ModelProfile("m", "FR", 32, 4096, 32, 8, 128, 14336, 3, 1, 1, 128256, 8_000_000_000L, 8192, "test");
    private static final AcceleratorProfile L4 =
            new AcceleratorProfile("L4", "US", 121e12, 242e12, 24_000_000_000L, 300e9, 32e9, 72, "test");
    private static final StepConstants CONSTANTS =
            new StepConstants("c", 0.8, 0.6, 0.4, 0.7, 2.5, 12e-6, 2e-3, 0, 0, 0.5, "test");

    private final List<Site> sites;
    private final List<ServedReplica> replicas;
    private final int[] waiting;
    private final int[] running;
    private final double[] kvUsed;
    private final double[] roundTrips;
    private final double[] prefills;
    private final int[] brokenRules;
    private final double[] carbon;

    ArrayCandidates(int number) {
        SplittableRandom random = new SplittableRandom(1);
        List<Site> placed = new ArrayList<>();
        List<ServedReplica> served = new ArrayList<>();
        waiting = new int[number];
        running = new int[number];
        kvUsed = new double[number];
        roundTrips = new double[number];
        prefills = new double[number];
        brokenRules = new int[number];
        carbon = new double[number];
        for (int i = 0; i < number; i++) {
            String country = COUNTRIES.get(random.nextInt(COUNTRIES.size()));
            Tier tier = Tier.values()[random.nextInt(Tier.values().length)];
            placed.add(new Site("s" + i, "City", country, new GeoPoint(51, 7), tier, "op", NOTHING_STATED, 10e9));
            served.add(new ReplicaSpec(
                    "r" + i, "s" + i, MODEL, L4, 1, Precision.BF16, BatchLimits.DEFAULT, CONSTANTS));
            roundTrips[i] = 0.005 + 0.05 * random.nextDouble();
            brokenRules[i] = random.nextInt(2);
            carbon[i] = random.nextInt(500);
            change(i, random.nextInt(1000));
        }
        sites = List.copyOf(placed);
        replicas = List.copyOf(served);
    }

    /** Gives a candidate another load. */
    void change(int candidate, int load) {
        waiting[candidate] = load % 3;
        running[candidate] = load % 20;
        kvUsed[candidate] = load % 100 / 100.0;
        prefills[candidate] = load % 100 / 1000.0;
    }

    @Override
    public int size() {
        return waiting.length;
    }

    @Override
    public ServedReplica replica(int candidate) {
        return replicas.get(candidate);
    }

    @Override
    public int replicaIndex(int candidate) {
        return candidate;
    }

    @Override
    public Site site(int candidate) {
        return sites.get(candidate);
    }

    @Override
    public double roundTripSeconds(int candidate) {
        return roundTrips[candidate];
    }

    @Override
    public int brokenRules(int candidate) {
        return brokenRules[candidate];
    }

    @Override
    public int waitingRequests(int candidate) {
        return waiting[candidate];
    }

    @Override
    public int runningSequences(int candidate) {
        return running[candidate];
    }

    @Override
    public long waitingPrefillTokens(int candidate) {
        return 500L * waiting[candidate];
    }

    @Override
    public double kvUsedFraction(int candidate) {
        return kvUsed[candidate];
    }

    @Override
    public double carbonGramsPerKwh(int candidate) {
        return carbon[candidate];
    }

    @Override
    public double predictedTtftSeconds(int candidate, int promptTokens) {
        return roundTrips[candidate] + prefills[candidate] + 1e-5 * promptTokens;
    }
}
