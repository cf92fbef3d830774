package org.tafsim.cli.watch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tafsim.engine.RunObserver;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.SeriesSample;
import org.tafsim.experiment.RunTask;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Scenario;

/** What is known of runs while they go on, on several threads. */
final class WatchedRuns implements RunObserver {

    private final String scenario;
    private final int replications;
    private final long horizonNanos;
    private final Map<String, Runs> byPolicy = new LinkedHashMap<>();

    WatchedRuns(Scenario scenario) {
        this.scenario = scenario.name();
        replications = scenario.run().replications();
        horizonNanos = scenario.run().horizonNanos();
        for (PolicySpec policy : scenario.policies()) {
            byPolicy.put(policy.label(), new Runs());
        }
    }

    /** Of one policy. */
    private static final class Runs {
        private final List<RunResult> done = new ArrayList<>();
        private final Map<Integer, UnderWay> underWay = new TreeMap<>();
        private UnderWay shown = new UnderWay();
    }

    /** A replication that goes on. */
    private static final class UnderWay {
        private final List<Double> inFlight = new ArrayList<>();
        private long atNanos;
    }

    /**
     * Of one policy, at an instant.
     *
     * @param policy label
     * @param done replications, in the order in which they ended; their metrics alone
     * @param inFlight requests in flight in the replication that began last, by time
     */
    record Look(String policy, List<RunResult> done, List<Double> inFlight) {}

    /**
     * Everything, at an instant.
     *
     * @param scenario its name
     * @param replications of each policy
     * @param share of the work that is done, from 0 to 1
     * @param policies in their order
     */
    record Snapshot(String scenario, int replications, double share, List<Look> policies) {

        int done() {
            return policies.stream().mapToInt(policy -> policy.done().size()).sum();
        }

        int total() {
            return replications * policies.size();
        }
    }

    /** The same task, watched. */
    RunTask watching(RunTask task) {
        return (policy, replication, sink) -> {
            begin(policy.label(), replication);
            RunResult result = task.run(policy, replication, sink);
            end(result);
            return result;
        };
    }

    private synchronized void begin(String policy, int replication) {
        Runs runs = of(policy);
        runs.shown = new UnderWay();
        runs.underWay.put(replication, runs.shown);
    }

    @Override
    public synchronized void onSamples(String policy, int replication, List<SeriesSample> samples) {
        UnderWay run = of(policy).underWay.get(replication);
        if (run != null && !samples.isEmpty()) {
            run.atNanos = samples.get(0).atNanos();
            run.inFlight.add(samples.stream()
                    .filter(sample -> sample.metric().equals("in_flight"))
                    .mapToDouble(SeriesSample::value)
                    .sum());
        }
    }

    private synchronized void end(RunResult result) {
        Runs runs = of(result.policy());
        runs.underWay.remove(result.replication());
        runs.done.add(new RunResult(
                result.policy(),
                result.replication(),
                result.metrics(),
                List.of(),
                List.of(),
                result.executedEvents()));
    }

    private Runs of(String policy) {
        return byPolicy.computeIfAbsent(policy, label -> new Runs());
    }

    synchronized Snapshot snapshot() {
        List<Look> looks = new ArrayList<>();
        double work = 0;
        for (Map.Entry<String, Runs> policy : byPolicy.entrySet()) {
            Runs runs = policy.getValue();
            work += runs.done.size();
            for (UnderWay run : runs.underWay.values()) {
                work += Math.min(1, (double) run.atNanos / horizonNanos);
            }
            looks.add(new Look(policy.getKey(), List.copyOf(runs.done), List.copyOf(runs.shown.inFlight)));
        }
        return new Snapshot(scenario, replications, work / (replications * looks.size()), List.copyOf(looks));
    }
}
