package org.tafsim.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.SeriesSample;
import org.tafsim.experiment.analysis.Mser;
import org.tafsim.experiment.analysis.WarmupCut;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.RunSpec;
import org.tafsim.model.Scenario;

/**
 * Finds how long a scenario takes to settle: MSER-5 on the number of requests at the replicas, which starts at zero and which
 * everything else follows.
 */
public final class WarmupPilot {

    /** Samples of a pilot: batches of five, a hundred of them. */
    private static final int SAMPLES = 500;

    /** With fewer samples the verdict on a run is chance. */
    private static final int LEAST_SAMPLES = 200;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private WarmupPilot() {}

    /**
     * What a pilot found.
     *
     * @param warmupNanos the longest that any policy takes to settle, in whole seconds (ns)
     * @param unsettled policies whose run ended before they had settled
     */
    public record Finding(long warmupNanos, List<String> unsettled) {

        /** Copies. */
        public Finding {
            unsettled = List.copyOf(unsettled);
        }
    }

    /**
     * Runs one replication of each policy without a warm-up, as long as the scenario's own runs.
     *
     * @param engine makes what simulates a scenario
     */
    public static Finding find(Scenario scenario, Function<Scenario, RunTask> engine) {
        RunSpec run = scenario.run();
        long interval = Math.max(1, run.horizonNanos() / SAMPLES);
        RunSpec pilot =
                new RunSpec(run.seed(), 1, 0, run.horizonNanos(), run.drainNanos(), interval, run.telemetryNanos());
        RunTask task = engine.apply(scenario.with(pilot));
        long longest = 0;
        List<String> unsettled = new ArrayList<>();
        for (PolicySpec policy : scenario.policies()) {
            WarmupCut cut = Mser.cut(inFlight(task.run(policy, 0, request -> {})));
            longest = Math.max(longest, cut.lengthNanos(interval));
            if (!cut.isLongEnough()) {
                unsettled.add(policy.label());
            }
        }
        return new Finding((longest + NANOS_PER_SECOND - 1) / NANOS_PER_SECOND * NANOS_PER_SECOND, unsettled);
    }

    /**
     * Policies that had not settled by the end of the warm-up, as far as their series tell; none where the series has too
     * few samples to tell.
     *
     * @param results of all policies and replications
     */
    public static List<String> unsettled(RunSpec run, List<RunResult> results) {
        Map<String, List<double[]>> byPolicy = new LinkedHashMap<>();
        results.forEach(result -> byPolicy.computeIfAbsent(result.policy(), policy -> new ArrayList<>())
                .add(inFlight(result)));
        List<String> unsettled = new ArrayList<>();
        byPolicy.forEach((policy, series) -> {
            WarmupCut cut = Mser.cut(series);
            boolean isTelling = cut.observations() >= LEAST_SAMPLES;
            boolean isLate = cut.isLongEnough()
                    && cut.lengthNanos(run.seriesNanos()) > run.warmupNanos() + Mser.BATCH_SIZE * run.seriesNanos();
            boolean isEndless = !cut.isLongEnough() && cut.cut() > 0;
            if (isTelling && (isLate || isEndless)) {
                unsettled.add(policy);
            }
        });
        return unsettled;
    }

    /** Requests at all replicas at each time. */
    private static double[] inFlight(RunResult result) {
        Map<Long, Double> byTime = new LinkedHashMap<>();
        for (SeriesSample sample : result.series()) {
            if (sample.metric().equals("in_flight")) {
                byTime.merge(sample.atNanos(), sample.value(), Double::sum);
            }
        }
        return byTime.values().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
