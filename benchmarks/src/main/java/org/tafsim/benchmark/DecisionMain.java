package org.tafsim.benchmark;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tafsim.policies.ShippedPolicies;
import org.tafsim.policy.RoutingPolicyType;

/**
 * CPU time of a decision of every shipped policy and of some scores (µs, median of rounds), in one virtual machine. Takes the number of
 * candidates (default 500).
 */
public final class DecisionMain {

    private static final int ROUNDS = 9;
    private static final int DECISIONS = 20_000;
    private static final double MICROS = 1e3;

    private static final List<String> SCORES = List.of(
            "score queue: 2, kv: 1",
            "score queue: 2, kv: 1, rtt: 3",
            "score queue: 2, kv: 1, rtt: 3, law: 5",
            "score ttft: 2, spread(country), carbon, tier, session",
            "score rank(-RTT_MS - 10 * WAITING)");

    private DecisionMain() {}

    /** Prints a line for each. */
    @SuppressWarnings("SystemOut") // its purpose
    public static void main(String[] args) {
        int candidates = args.length > 0 ? Integer.parseInt(args[0]) : 500;
        Stream.concat(ShippedPolicies.all().stream().map(RoutingPolicyType::id), SCORES.stream())
                .forEach(policy -> System.out.printf(
                        Locale.ROOT, "%-55s %8.2f%n", policy, medianMicros(policy, candidates)));
    }

    private static double medianMicros(String policy, int candidates) {
        DecisionBenchmark benchmark = new DecisionBenchmark();
        benchmark.policy = policy;
        benchmark.candidates = candidates;
        benchmark.build();
        int sum = run(benchmark); // warms up
        double[] micros = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            sum += run(benchmark);
            micros[round] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / MICROS / DECISIONS;
        }
        Arrays.sort(micros);
        return sum == Integer.MIN_VALUE ? Double.NaN : micros[ROUNDS / 2]; // the sum keeps the decisions from being left out
    }

    private static int run(DecisionBenchmark benchmark) {
        int sum = 0;
        for (int i = 0; i < DECISIONS; i++) {
            sum += benchmark.decide();
        }
        return sum;
    }
}
