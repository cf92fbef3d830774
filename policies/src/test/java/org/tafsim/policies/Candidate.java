package org.tafsim.policies;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.EngineRules;
import org.tafsim.model.GeoPoint;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.Precision;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.Site;
import org.tafsim.model.StepConstants;
import org.tafsim.model.Tier;

/** One row of a {@link FakeCandidates}: a replica and what a controller knows of it. Times in milliseconds, for people. */
public final class Candidate {
    private static final Site.Custody NOTHING_STATED = new Site.Custody(List.of(), List.of(), List.of(), List.of());
    private static final ModelProfile MODEL =
            new ModelProfile("m", "FR", 32, 4096, 32, 8, 128, 14336, 3, 1, 1, 128256, 8_000_000_000L, 8192, "test");
    private static final AcceleratorProfile L4 =
            new AcceleratorProfile("L4", "US", 121e12, 242e12, 24_000_000_000L, 300e9, 32e9, 72, "test");
    private static final StepConstants CONSTANTS =
            new StepConstants("c", 0.8, 0.6, 0.4, 0.7, 2.5, 12e-6, 2e-3, 0, 0, 0.5, "test");

    final Tier tier;
    String country = "DE";
    int replicaIndex = -1;
    double roundTripMillis = 10;
    double ttftMillis = 100;
    double ttftMillisPerToken;
    double startMillis;
    int waiting;
    int running;
    double kvUsed;
    int brokenRules;
    double carbonGramsPerKwh;
    double[] carbonHours = {};
    double eurPerKwh;
    double contractEurPer1k;
    int accelerators = 1;
    int context = MODEL.contextTokens();
    String siteId;

    private Candidate(Tier tier) {
        this.tier = tier;
        siteId = tier.word() + "-site";
    }

    /** An idle one in Germany. */
    public static Candidate at(Tier tier) {
        return new Candidate(tier);
    }

    /** An idle one on the far edge in Germany. */
    public static Candidate edge() {
        return at(Tier.FAR_EDGE);
    }

    public Candidate in(String countryCode) {
        country = countryCode;
        return this;
    }

    public Candidate index(int replica) {
        replicaIndex = replica;
        return this;
    }

    public Candidate rtt(double millis) {
        roundTripMillis = millis;
        return this;
    }

    public Candidate ttft(double millis) {
        ttftMillis = millis;
        return this;
    }

    /** Not ready, and how long its start takes. */
    public Candidate starting(double millis) {
        startMillis = millis;
        return this;
    }

    public Candidate load(int requestsWaiting, int sequencesRunning) {
        waiting = requestsWaiting;
        running = sequencesRunning;
        return this;
    }

    public Candidate kv(double usedFraction) {
        kvUsed = usedFraction;
        return this;
    }

    public Candidate breaking(int rules) {
        brokenRules = rules;
        return this;
    }

    /** More of it for each prompt token. */
    public Candidate ttftPerToken(double millis) {
        ttftMillisPerToken = millis;
        return this;
    }

    public Candidate carbon(double gramsPerKwh) {
        carbonGramsPerKwh = gramsPerKwh;
        return this;
    }

    /** The same by hour of the day. */
    public Candidate carbonHours(double... gramsPerKwh) {
        carbonHours = gramsPerKwh.clone();
        return this;
    }

    /** What a partner is paid for 1,000 requests, and what a kWh costs. */
    public Candidate priced(double contract, double kwh) {
        contractEurPer1k = contract;
        eurPerKwh = kwh;
        return this;
    }

    /** On so many accelerators of 24 GB. */
    public Candidate cards(int number) {
        accelerators = number;
        return this;
    }

    /** With a longest context of its own (tokens). */
    public Candidate context(int tokens) {
        context = tokens;
        return this;
    }

    public Candidate site(String id) {
        siteId = id;
        return this;
    }

    Site site() {
        return new Site(siteId, "Köln", country, new GeoPoint(51, 7), tier, country + "-op", NOTHING_STATED, 10e9);
    }

    ReplicaSpec replica() {
        return new ReplicaSpec(tier.word(), siteId, MODEL, L4, accelerators, Precision.BF16, limits(), CONSTANTS);
    }

    private BatchLimits limits() {
        return BatchLimits.DEFAULT.with(new EngineRules(true, OptionalInt.of(context), Optional.empty()));
    }
}
