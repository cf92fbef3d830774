package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.AccessProfile;
import org.tafsim.model.App;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.CardShare;
import org.tafsim.model.Condition;
import org.tafsim.model.DataClass;
import org.tafsim.model.DataTerms;
import org.tafsim.model.EnergySpec;
import org.tafsim.model.Fact;
import org.tafsim.model.GeoPoint;
import org.tafsim.model.LengthSpec;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.Operator;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Population;
import org.tafsim.model.Precision;
import org.tafsim.model.QuantileTable;
import org.tafsim.model.Regime;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.RequestTerms;
import org.tafsim.model.RetrySpec;
import org.tafsim.model.Rule;
import org.tafsim.model.RunSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServedReplica;
import org.tafsim.model.Service;
import org.tafsim.model.ServiceRole;
import org.tafsim.model.SessionSpec;
import org.tafsim.model.Site;
import org.tafsim.model.Slo;
import org.tafsim.model.SovereigntySpec;
import org.tafsim.model.Stage;
import org.tafsim.model.StepConstants;
import org.tafsim.model.Tier;
import org.tafsim.model.TransportSpec;
import org.tafsim.model.Trust;
import org.tafsim.model.Upf;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.PolicyTypes;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;
import org.tafsim.workload.TraceOpener;

/**
 * Users in Munich; a replica in Munich (site 0), one in Zurich (1) and one in Virginia (2). One app, text, one request and
 * answer length distribution. Everything a test varies is a method.
 */
final class SmallWorld {

    /** Of scenarios that replay none. */
    static final TraceOpener NO_TRACES = trace -> {
        throw new AssertionError("no trace here");
    };

    private double requestsPerSecond = 4;
    private int kvBlocks = 2000;
    private Rule.Mode mode = Rule.Mode.AUDIT;
    private long seed = 1;
    private long telemetryNanos;
    private long seconds = 60;
    private int sequences = 64;
    private TransportSpec transport = new TransportSpec.GreatCircle(2.1, 4.9, 0);
    private EnergySpec energy = EnergySpec.NONE;
    private DataTerms terms = DataTerms.ORDINARY;
    private RequestTerms requestTerms = RequestTerms.DEFAULT;
    private UnaryOperator<SovereigntySpec> law = spec -> spec;
    private String cloudOperator = "telco";
    private List<Service> services = List.of();
    private Trust trustOfMunich = Trust.UNSTATED;
    private LengthSpec prompt = quantiles(50, 300, 2000);
    private LengthSpec output = quantiles(1, 60, 400);
    private CardShare partInMunich = CardShare.WHOLE;

    SmallWorld requestsPerSecond(double rate) {
        requestsPerSecond = rate;
        return this;
    }

    SmallWorld kvBlocks(int blocks) {
        kvBlocks = blocks;
        return this;
    }

    /** How the one rule, "processing in DE or CH only", works. */
    SmallWorld ruleMode(Rule.Mode other) {
        mode = other;
        return this;
    }

    SmallWorld seed(long other) {
        seed = other;
        return this;
    }

    SmallWorld telemetryNanos(long age) {
        telemetryNanos = age;
        return this;
    }

    /** What is known of the app's data. */
    SmallWorld terms(DataTerms other) {
        terms = other;
        return this;
    }

    /** How long clients wait for their answers. */
    SmallWorld timeoutNanos(long nanos) {
        requestTerms = new RequestTerms(0, OptionalLong.of(nanos), requestTerms.session(), requestTerms.retries());
        return this;
    }

    /** What arrives are sessions. */
    SmallWorld session(SessionSpec session) {
        requestTerms = new RequestTerms(0, requestTerms.timeoutNanos(), Optional.of(session), requestTerms.retries());
        return this;
    }

    /** What arrives is placed again by these. */
    SmallWorld retries(RetrySpec retries) {
        requestTerms = new RequestTerms(0, requestTerms.timeoutNanos(), requestTerms.session(), Optional.of(retries));
        return this;
    }

    /** All prompts are so long (tokens). */
    SmallWorld prompts(int tokens) {
        prompt = quantiles(tokens, tokens, tokens);
        return this;
    }

    /** All answers are so long (tokens). */
    SmallWorld answers(int tokens) {
        output = quantiles(tokens, tokens, tokens);
        return this;
    }

    /** What else the law says. */
    SmallWorld law(UnaryOperator<SovereigntySpec> change) {
        law = change;
        return this;
    }

    /** Virginia is run by a cloud from the United States, within reach of the regime US. */
    SmallWorld americanCloud() {
        cloudOperator = "cloud";
        return this;
    }

    /** What Munich depends on, with a grace of five seconds. */
    SmallWorld munichUses(ServiceRole role, String operatorId) {
        return munichUses(role, operatorId, 5_000_000_000L);
    }

    /** What Munich depends on, and how long it does without. */
    SmallWorld munichUses(ServiceRole role, String operatorId, long graceNanos) {
        services = List.of(new Service("service", List.of("US"), operatorId, List.of(), List.of()));
        trustOfMunich = new Trust(
                Map.of(role, new Trust.Use("service", OptionalLong.of(graceNanos))),
                List.of(),
                OptionalInt.empty(),
                false,
                List.of());
        return this;
    }

    /** What the replica in Munich has of its card. */
    SmallWorld partInMunich(CardShare part) {
        partInMunich = part;
        return this;
    }

    /** How traffic travels. */
    SmallWorld transport(TransportSpec other) {
        transport = other;
        return this;
    }

    /** Measured time (s). */
    SmallWorld seconds(long length) {
        seconds = length;
        return this;
    }

    /** What the three sites use; else nothing is accounted for. */
    SmallWorld energy(EnergySpec spec) {
        energy = spec;
        return this;
    }

    /** Every replica serves one request at a time, and all requests are alike: prompts of this many tokens, one token out. */
    SmallWorld oneByOne(int promptTokens) {
        sequences = 1;
        prompt = quantiles(promptTokens, promptTokens, promptTokens);
        output = quantiles(1, 1, 1);
        return this;
    }

    Scenario build() {
        GeoPoint munich = new GeoPoint(48.14, 11.58);
        List<Site> sites = List.of(
                site("munich", "DE", munich, Tier.NEAR_EDGE),
                site("zurich", "CH", new GeoPoint(47.37, 8.54), Tier.REGIONAL),
                site("virginia", "US", new GeoPoint(38.9, -77.5), Tier.CLOUD));
        return new Scenario(
                "small-world",
                "",
                new RunSpec(
                        seed,
                        2,
                        10_000_000_000L,
                        seconds * 1_000_000_000L,
                        120_000_000_000L,
                        5_000_000_000L,
                        telemetryNanos),
                List.of(new Operator("telco", "DE", List.of("DE")), new Operator("cloud", "US", List.of("US"))),
                services,
                sites,
                List.of(new Upf("upf", "Munich", "DE", munich, "telco")),
                List.of(access()),
                List.of(new Population("users", "Munich", "DE", munich, 1, "radio", "upf")),
                sites.stream().<ServedReplica>map(site -> replica(site.id())).toList(),
                List.of(app()),
                transport,
                law.apply(new SovereigntySpec(List.of(new Regime("US", List.of("US"))), List.of(rule()))),
                energy,
                List.of(new PolicySpec("fixed", "fixed", Map.of())));
    }

    /** A policy that does what a function says. */
    static RoutingPolicyType policy(RoutingPolicy routing) {
        return new RoutingPolicyType() {
            @Override
            public String id() {
                return "fixed";
            }

            @Override
            public String rule() {
                return "as the test says";
            }

            @Override
            public String source() {
                return "test";
            }

            @Override
            public List<String> parameterNames() {
                return List.of();
            }

            @Override
            public RoutingPolicy create(PolicyContext context) {
                return routing;
            }
        };
    }

    /** Always the candidate at this place. */
    static RoutingPolicyType always(int candidate) {
        return policy((request, candidates) -> candidate);
    }

    /** The candidates in turn. */
    static RoutingPolicyType inTurn() {
        return policy(new RoutingPolicy() {
            private int next;

            @Override
            public int route(RequestView request, CandidatesView candidates) {
                next = (next + 1) % candidates.size();
                return next;
            }
        });
    }

    /** Runs replication 0 and keeps every request. */
    static Trajectory run(Scenario scenario, RoutingPolicyType policy, RunOptions options) {
        return run(scenario, policy, 0, options);
    }

    /** Runs a replication and keeps every request. */
    static Trajectory run(Scenario scenario, RoutingPolicyType policy, int replication, RunOptions options) {
        return run(scenario, policy, PolicyTypes.of(RanWorld.POLICIES), replication, options);
    }

    /** Runs a replication with policies of other roles, and keeps every request. */
    static Trajectory run(
            Scenario scenario, RoutingPolicyType policy, PolicyTypes types, int replication, RunOptions options) {
        List<RequestRecord> requests = new ArrayList<>();
        RunResult result = new Simulation(scenario, NO_TRACES, Randomness.COMMON, types)
                .run(scenario.policies().get(0), policy, replication, options, requests::add);
        return new Trajectory(result, requests);
    }

    /** A run's numbers and its requests. */
    record Trajectory(RunResult result, List<RequestRecord> requests) {

        double metric(String scope, String name) {
            return result.metrics().stream()
                    .filter(metric ->
                            metric.scope().equals(scope) && metric.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .value();
        }

        /** Asserts that another run gave the same requests, metrics and series, and the same at every place. */
        void requireSame(Trajectory other) {
            assertThat(other.requests()).isEqualTo(requests());
            assertThat(other.result().metrics()).isEqualTo(result().metrics());
            assertThat(other.result().series()).isEqualTo(result().series());
            assertThat(other.result().places()).usingRecursiveComparison().isEqualTo(result().places());
        }

        List<RequestRecord> measured() {
            return requests.stream().filter(RequestRecord::measured).toList();
        }
    }

    private App app() {
        return new App(
                "chat",
                "tiny",
                DataClass.PER,
                "consumer",
                new ArrivalSpec.Poisson(requestsPerSecond),
                Optional.empty(),
                prompt,
                output,
                App.Payload.TEXT,
                new Slo(OptionalLong.of(500_000_000L), OptionalLong.of(50_000_000L), OptionalLong.empty()),
                List.of("users"),
                terms,
                requestTerms);
    }

    private static LengthSpec quantiles(double least, double median, double most) {
        return new LengthSpec.Quantiles(new QuantileTable(List.of(0.0, 0.5, 1.0), List.of(least, median, most)));
    }

    private Rule rule() {
        return new Rule(
                "stay-near",
                "test",
                Rule.Status.CONTRACT,
                mode,
                List.of(Stage.S5_PROCESSING),
                new Condition.ClassAtLeast(DataClass.PER),
                new Condition.In(Fact.PLACE_COUNTRY, List.of("DE", "CH")));
    }

    private Site site(String id, String country, GeoPoint location, Tier tier) {
        List<String> here = List.of(country);
        Site.Custody custody = new Site.Custody(List.of(), here, here, here);
        return new Site(
                id,
                id,
                country,
                location,
                tier,
                id.equals("virginia") ? cloudOperator : "telco",
                custody,
                1e9,
                id.equals("munich") ? trustOfMunich : Trust.UNSTATED);
    }

    private static AccessProfile access() {
        QuantileTable delay = new QuantileTable(List.of(0.0, 0.5, 1.0), List.of(4.0, 6.0, 12.0));
        return new AccessProfile("radio", delay, delay, 50e6, 500e6, "made up");
    }

    private ReplicaSpec replica(String site) {
        ModelProfile model = new ModelProfile(
                "tiny", "FR", 24, 2048, 16, 8, 128, 8192, 3, 1, 1, 32000, 1_900_000_000L, 8192, "made up");
        AcceleratorProfile card =
                new AcceleratorProfile("card", "US", 120e12, 240e12, 24_000_000_000L, 300e9, 32e9, 72, "made up");
        StepConstants constants =
                new StepConstants("engine/card", 0.8, 0.6, 0.4, 0.7, 2.5, 12e-6, 2e-3, 0, 20e-6, 0.7, "made up");
        BatchLimits limits = new BatchLimits(2048, sequences, 16, 0.9, OptionalInt.of(kvBlocks));
        return new ReplicaSpec("replica-" + site, site, model, card, 1, Precision.BF16, limits, constants)
                .on(site.equals("munich") ? partInMunich : CardShare.WHOLE);
    }
}
