package org.tafsim.benchmark;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.policies.ShippedPolicies;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;
import umontreal.ssj.rng.RandomStream;

/** Time of a decision (µs), after all shipped policies have decided in the same virtual machine, as in a run that compares them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgs = "-XX:+UseSerialGC")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecisionBenchmark {
    private static final int DECISIONS_BEFORE = 3_000;
    private static final String SCORES = "score ";

    @Param({
        "least-loaded",
        "latency-greedy",
        "packing",
        "requested-to-capacity",
        "edge-ward",
        "slo-headroom",
        "trade-off",
        "lin-ucb",
        "score queue: 2, kv: 1",
        "score queue: 2, kv: 1, rtt: 3",
        "score queue: 2, kv: 1, rtt: 3, law: 5"
    })
    String policy = "";

    @Param("500")
    int candidates;

    @SuppressWarnings("NullAway.Init") // JMH calls build first
    private ArrayCandidates view;

    @SuppressWarnings("NullAway.Init") // as above
    private RequestView request;

    @SuppressWarnings("NullAway.Init") // as above
    private RoutingPolicy decider;

    private int decisions;

    /** Lets all policies decide, then builds the one to measure. */
    @Setup
    public void build() {
        view = new ArrayCandidates(candidates);
        request = new PlainRequest();
        for (RoutingPolicyType type : ShippedPolicies.all()) {
            decider = type.create(new Context(Map.of()));
            for (int i = 0; i < DECISIONS_BEFORE; i++) {
                decide();
            }
        }
        decider = policy.startsWith(SCORES)
                ? create("score", Map.of("scores", policy.substring(SCORES.length())))
                : create(policy, Map.of());
    }

    private static RoutingPolicy create(String id, Map<String, String> parameters) {
        return ShippedPolicies.find(id).orElseThrow().create(new Context(parameters));
    }

    /** Decides, and changes the load of one candidate. */
    @Benchmark
    public int decide() {
        int chosen = decider.route(request, view);
        decisions = decisions == Integer.MAX_VALUE ? 0 : decisions + 1;
        view.change((int) (7919L * decisions % candidates), decisions);
        return chosen;
    }

    private record Context(Map<String, String> parameters) implements PolicyContext {
        @Override
        public RandomStream stream(String name) {
            return new RandomStreams(1, 0).stream(name);
        }
    }
}
