package org.tafsim.experiment.optimum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.tafsim.engine.Randomness;
import org.tafsim.engine.RequestSink;
import org.tafsim.engine.RunOptions;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.Simulation;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.AccessProfile;
import org.tafsim.model.App;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.model.BatchLatency;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.BatchModel;
import org.tafsim.model.BatchReplicaSpec;
import org.tafsim.model.DataClass;
import org.tafsim.model.EnergySpec;
import org.tafsim.model.GeoPoint;
import org.tafsim.model.LengthSpec;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.Operator;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Population;
import org.tafsim.model.Precision;
import org.tafsim.model.QuantileTable;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.RunSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServedReplica;
import org.tafsim.model.Site;
import org.tafsim.model.Slo;
import org.tafsim.model.SovereigntySpec;
import org.tafsim.model.StepConstants;
import org.tafsim.model.Tier;
import org.tafsim.model.TransportSpec;
import org.tafsim.model.Upf;
import org.tafsim.policy.RoutingPolicyType;

/** Users in Munich and replicas there and farther away: a few requests, or too many. */
final class SmallCase {
    private static final long SECOND = 1_000_000_000L;
    private static final GeoPoint MUNICH = new GeoPoint(48.14, 11.58);
    private static final BatchModel SECOND_EACH = new BatchModel(
            "eyes",
            "FR",
            BatchModel.Task.VISION,
            "images",
            1_000_000_000L,
            new BatchModel.ItemSize(1, true, 1),
            Map.of("card", new BatchLatency(List.of(1), List.of(1.0))),
            "made up");

    private final List<Site> sites = new ArrayList<>();
    private final List<ServedReplica> replicas = new ArrayList<>();
    private final List<App> apps = new ArrayList<>();
    private long seed = 1;
    private double warmupSeconds;
    private double seconds = 60;

    SmallCase seed(long other) {
        seed = other;
        return this;
    }

    SmallCase warmupSeconds(double length) {
        warmupSeconds = length;
        return this;
    }

    SmallCase seconds(double length) {
        seconds = length;
        return this;
    }

    /** A site so far east of the users (degrees). */
    SmallCase site(double degrees) {
        String id = "site" + sites.size();
        Site.Custody custody = new Site.Custody(List.of(), List.of("DE"), List.of("DE"), List.of("DE"));
        GeoPoint there = new GeoPoint(MUNICH.latitudeDegrees(), MUNICH.longitudeDegrees() + degrees);
        sites.add(new Site(id, id, "DE", there, Tier.REGIONAL, "telco", custody, 1e9));
        return this;
    }

    /** A decoder at the last site, so many times as slow as others. */
    SmallCase decoder(int sequences, int kvBlocks, double slowness) {
        ModelProfile model = new ModelProfile(
                "tiny", "FR", 24, 2048, 16, 8, 128, 8192, 3, 1, 1, 32000, 1_900_000_000L, 8192, "made up");
        AcceleratorProfile card = new AcceleratorProfile(
                "card",
                "US",
                120e12 / slowness,
                240e12 / slowness,
                24_000_000_000L,
                300e9 / slowness,
                32e9,
                72,
                "made up");
        StepConstants constants =
                new StepConstants("engine/card", 0.8, 0.6, 0.4, 0.7, 2.5, 12e-6, 2e-3, 0, 20e-6, 0.7, "made up");
        BatchLimits limits = new BatchLimits(2048, sequences, 16, 0.9, OptionalInt.of(kvBlocks));
        replicas.add(new ReplicaSpec(
                "replica" + replicas.size(), lastSite(), model, card, 1, Precision.BF16, limits, constants));
        return this;
    }

    /** A replica at the last site that looks at one image at a time, for a second. */
    SmallCase eyes() {
        AcceleratorProfile card =
                new AcceleratorProfile("card", "US", 120e12, 240e12, 24_000_000_000L, 300e9, 32e9, 72, "made up");
        replicas.add(new BatchReplicaSpec("replica" + replicas.size(), lastSite(), SECOND_EACH, card, 1, 0));
        return this;
    }

    private String lastSite() {
        return sites.get(sites.size() - 1).id();
    }

    SmallCase app(String model, double perSecond, LengthSpec prompt, LengthSpec output, Slo slo) {
        apps.add(new App(
                "app" + apps.size(),
                model,
                DataClass.PUB,
                "consumer",
                new ArrivalSpec.Poisson(perSecond),
                Optional.empty(),
                prompt,
                output,
                App.Payload.TEXT,
                slo,
                List.of("users")));
        return this;
    }

    static LengthSpec between(double least, double most) {
        return new LengthSpec.Quantiles(new QuantileTable(List.of(0.0, 1.0), List.of(least, most)));
    }

    static Slo slo(double ttftSeconds, double tpotSeconds) {
        return new Slo(
                OptionalLong.of((long) (ttftSeconds * SECOND)),
                OptionalLong.of((long) (tpotSeconds * SECOND)),
                OptionalLong.empty());
    }

    static Slo within(double seconds) {
        return new Slo(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.of((long) (seconds * SECOND)));
    }

    /** Some case: one to three sites, up to five decoders, one or two applications. */
    static SmallCase any(SplittableRandom random, double mostPerSecond) {
        SmallCase some = new SmallCase();
        int sites = 1 + random.nextInt(3);
        for (int site = 0; site < sites; site++) {
            some.site(site * random.nextDouble(1, 20));
            double slowness = random.nextDouble(0.5, 4);
            int sequences = 1 + random.nextInt(24);
            int blocks = 200 + random.nextInt(300);
            for (int replica = random.nextInt(2); replica >= 0; replica--) {
                some.decoder(sequences, blocks, slowness);
            }
        }
        for (int app = random.nextInt(2); app >= 0; app--) {
            some.app(
                    "tiny",
                    random.nextDouble(0.3, 1) * mostPerSecond,
                    between(20, random.nextDouble(100, 2500)),
                    between(1, random.nextDouble(20, 300)),
                    random.nextBoolean()
                            ? slo(random.nextDouble(0.05, 1), random.nextDouble(0.005, 0.05))
                            : within(random.nextDouble(0.3, 4)));
        }
        return some;
    }

    Scenario build() {
        QuantileTable delay = new QuantileTable(List.of(0.0, 0.5, 1.0), List.of(4.0, 6.0, 12.0));
        return new Scenario(
                "small-case",
                "",
                new RunSpec(
                        seed,
                        1,
                        (long) (warmupSeconds * SECOND),
                        (long) (seconds * SECOND),
                        20 * SECOND,
                        5 * SECOND,
                        0),
                List.of(new Operator("telco", "DE", List.of("DE"))),
                List.of(),
                sites,
                List.of(new Upf("upf", "Munich", "DE", MUNICH, "telco")),
                List.of(new AccessProfile("radio", delay, delay, 50e6, 500e6, "made up")),
                List.of(new Population("users", "Munich", "DE", MUNICH, 1, "radio", "upf")),
                replicas,
                apps,
                new TransportSpec.GreatCircle(2.1, 4.9, 0),
                new SovereigntySpec(List.of(), List.of()),
                EnergySpec.NONE,
                List.of(new PolicySpec("any", "any", Map.of())));
    }

    static Simulation simulation(Scenario scenario) {
        return new Simulation(
                scenario,
                trace -> {
                    throw new AssertionError("no trace here");
                },
                Randomness.COMMON);
    }

    static RunResult run(Simulation simulation, RoutingPolicyType type) {
        return simulation.run(
                new PolicySpec(type.id(), type.id(), Map.of()), type, 0, RunOptions.DEFAULT, RequestSink.NONE);
    }

    static double metric(RunResult result, Objective objective) {
        return ReplicationBounds.find(result, "all", objective.metric()).orElseThrow();
    }
}
