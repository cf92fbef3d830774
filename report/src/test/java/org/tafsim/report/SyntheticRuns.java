package org.tafsim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tafsim.engine.LatencyCurve;
import org.tafsim.engine.Metric;
import org.tafsim.engine.PlaceSeries;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.SeriesSample;
import org.tafsim.model.Stage;
import org.tafsim.sovereignty.DataFlow;

/** Made-up results that look like those of a day-long comparison of edge and cloud; the same at every call. */
public final class SyntheticRuns {

    public static final List<String> POLICIES = List.of("cloud-only", "nearest", "latency-greedy", "sovereign-strict");

    private static final List<String> TIERS = List.of("far-edge", "near-edge", "regional", "cloud");
    private static final double[][] BUSY = {
        {0, 0, 0, 0.83}, {0.62, 0.34, 0.12, 0}, {0.41, 0.47, 0.28, 0.36}, {0.55, 0.4, 0.31, 0.05}
    };
    private static final double[] TTFT_MEDIAN_MS = {182, 61, 54, 73};
    private static final double[] SPREAD = {0.5, 0.9, 0.45, 0.55};
    private static final double[] VIOLATIONS = {8_412, 611, 2_903, 0};

    private SyntheticRuns() {}

    public static List<RunResult> of(List<String> policies, int replications) {
        List<RunResult> results = new ArrayList<>();
        for (int policy = 0; policy < policies.size(); policy++) {
            for (int replication = 0; replication < replications; replication++) {
                results.add(run(policies.get(policy), policy % POLICIES.size(), replication));
            }
        }
        return results;
    }

    private static RunResult run(String label, int policy, int replication) {
        SplittableRandom common = new SplittableRandom(replication);
        SplittableRandom own = new SplittableRandom(17L * policy + replication);
        double noise = 1 + 0.1 * (common.nextDouble() - 0.5) + 0.03 * (own.nextDouble() - 0.5);
        double median = TTFT_MEDIAN_MS[policy] * noise;
        List<Metric> metrics = new ArrayList<>();
        count(metrics, "requests", Math.rint(72_431 * noise));
        count(metrics, "completed", Math.rint(72_400 * noise));
        count(metrics, "rejected_no_lawful_place", policy == 3 ? Math.rint(31 * noise) : 0);
        count(metrics, "rejected_by_policy", 0);
        count(metrics, "rejected_too_long", 0);
        count(metrics, "unfinished", 0);
        fraction(metrics, "slo_attainment", 1 - 0.02 * noise * (4 - policy));
        millis(metrics, "ttft_p50", median);
        millis(metrics, "ttft_p95", quantile(median, policy, 0.95));
        millis(metrics, "ttft_p99", quantile(median, policy, 0.99));
        millis(metrics, "tpot_mean", 17.3 * noise + policy);
        millis(metrics, "e2e_p95", 4_120 * noise + 200 * policy);
        millis(metrics, "e2e_mean", 2_080 * noise + 100 * policy);
        millis(metrics, "network_mean", 61.4 * noise / (1 + policy));
        millis(metrics, "queue_mean", 8.3 * noise * (1 + policy));
        millis(metrics, "compute_mean", 1_990 * noise);
        fraction(metrics, "in_jurisdiction", Math.min(1, 1 - VIOLATIONS[policy] / 80_000 * noise));
        fraction(metrics, "violating_requests", VIOLATIONS[policy] / 80_000 * noise);
        metrics.add(new Metric("all", "cost_eur_per_1k", "EUR", (0.9 - 0.1 * policy) * noise));
        fraction(metrics, "operator_control", policy == 0 ? 0 : 0.97 * noise);
        count(metrics, "violations", Math.rint(VIOLATIONS[policy] * noise));
        for (int tier = 0; tier < TIERS.size(); tier++) {
            metrics.add(new Metric(
                    "tier:" + TIERS.get(tier), "utilization", "fraction", Math.min(1, BUSY[policy][tier] * noise)));
        }
        violations(metrics, policy, noise);
        return new RunResult(
                label,
                replication,
                metrics,
                series(policy, own),
                curves(policy, median),
                flows(policy, noise),
                PlaceSeries.NONE,
                1);
    }

    private static void violations(List<Metric> metrics, int policy, double noise) {
        double[] shares = {0.22, 0.51, 0.09, 0.18, 0};
        String[] stages = {"S3_TRANSIT", "S5_PROCESSING", "S7_CACHE", "S9_OBSERVABILITY", "S14_ADMINISTRATION"};
        for (int i = 0; i < stages.length; i++) {
            double value = Math.rint(VIOLATIONS[policy] * shares[i] * noise);
            metrics.add(new Metric("stage:" + stages[i], "violations", "count", value));
        }
        String[] rules = {"R01-gdpr-transfer", "R03-transit", "R04-health-fr", "R12-ownership", "R17-foreign-access"};
        for (int i = 0; i < rules.length; i++) {
            double value = Math.rint(VIOLATIONS[policy] * shares[i] * noise);
            metrics.add(new Metric("rule:" + rules[i], "violations", "count", value));
        }
    }

    private static List<SeriesSample> series(int policy, SplittableRandom random) {
        List<SeriesSample> samples = new ArrayList<>();
        for (int minute = 1; minute <= 66; minute++) {
            for (int tier = 0; tier < TIERS.size(); tier++) {
                double swing = 1 + 0.3 * StrictMath.sin(minute / 11.0) + 0.1 * (random.nextDouble() - 0.5);
                double rampUp = Math.min(1, minute / 4.0);
                String entity = "tier:" + TIERS.get(tier);
                double busy = Math.min(1, BUSY[policy][tier] * swing * rampUp);
                samples.add(new SeriesSample(minute * 10_000_000_000L, entity, "utilization_fraction", busy));
                samples.add(new SeriesSample(minute * 10_000_000_000L, entity, "in_flight", busy * 40));
                samples.add(new SeriesSample(minute * 10_000_000_000L, entity, "power_kw", 3 + 9 * busy));
            }
        }
        return samples;
    }

    private static List<DataFlow> flows(int policy, double noise) {
        List<DataFlow> flows = new ArrayList<>();
        for (String from : List.of("DE", "FR", "IT")) {
            flows.add(new DataFlow(Stage.S5_PROCESSING, "prompt", from, from, false, 4e9 * noise));
            flows.add(new DataFlow(Stage.S5_PROCESSING, "prompt", from, "FR", false, 1e8 * noise * (1 + policy)));
            if (policy == 0) {
                flows.add(new DataFlow(Stage.S3_TRANSIT, "transit", from, "US", true, 2e7 * noise));
            }
        }
        return flows;
    }

    private static List<LatencyCurve> curves(int policy, double median) {
        List<Double> probabilities = new ArrayList<>();
        List<Long> ttft = new ArrayList<>();
        List<Long> endToEnd = new ArrayList<>();
        for (int i = 1; i < 1_000; i += i < 10 || i >= 990 ? 1 : 10) {
            double probability = i / 1_000.0;
            probabilities.add(probability);
            ttft.add(Math.round(quantile(median, policy, probability) * 1e6));
            endToEnd.add(Math.round(quantile(2_000 + median, policy, probability) * 1e6));
        }
        return List.of(
                new LatencyCurve("all", "ttft", probabilities, ttft),
                new LatencyCurve("all", "e2e", probabilities, endToEnd));
    }

    /** Of a log-logistic distribution. */
    private static double quantile(double median, int policy, double probability) {
        return median * StrictMath.pow(probability / (1 - probability), SPREAD[policy] / 2);
    }

    private static void count(List<Metric> metrics, String name, double value) {
        metrics.add(new Metric("all", name, "count", value));
    }

    private static void fraction(List<Metric> metrics, String name, double value) {
        metrics.add(new Metric("all", name, "fraction", Math.min(1, value)));
    }

    private static void millis(List<Metric> metrics, String name, double value) {
        metrics.add(new Metric("all", name, "ms", value));
    }
}
