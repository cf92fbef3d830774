package org.tafsim.experiment.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tafsim.engine.Metric;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.Progress;
import org.tafsim.experiment.RunFailedException;
import org.tafsim.experiment.RunTask;
import org.tafsim.experiment.plan.Experiment;
import org.tafsim.experiment.plan.Goal;
import org.tafsim.experiment.plan.Point;
import org.tafsim.experiment.plan.Search;
import org.tafsim.model.PolicySpec;

/**
 * Halves the range of a search until the answer lies between two neighbors, for every policy by itself. At each value
 * replications are added until the intervals decide the goals, or there are as many as allowed; then the means decide.
 */
public final class Bisection {

    private final SweepPlan plan;
    private final Experiment experiment;
    private final Search search;
    private final Simulator simulator;
    private final int threads;
    private final Progress progress;
    private final Map<Integer, RunTask> tasks = new LinkedHashMap<>();
    private int probesDone;

    /**
     * A search.
     *
     * @param threads runs at a time, at least 1
     * @param progress told of every value tried
     */
    public Bisection(SweepPlan plan, Simulator simulator, int threads, Progress progress) {
        this.plan = plan;
        this.experiment = plan.experiment();
        this.search = experiment.search().orElseThrow();
        this.simulator = simulator;
        this.threads = threads;
        this.progress = progress;
    }

    /** Answers for all policies of the scenario, in its order. */
    public List<Answer> run() throws InterruptedException {
        List<PolicySpec> policies = planned(0).scenario().policies();
        ExecutorService pool = Executors.newFixedThreadPool(threads, runnable -> {
            Thread thread = new Thread(runnable, "tafsim-search");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Answer> answers = new ArrayList<>();
            for (PolicySpec policy : policies) {
                answers.add(search(policy, policies.size(), pool));
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }

    private Answer search(PolicySpec policy, int policies, ExecutorService pool) throws InterruptedException {
        int expected = policies * (32 - Integer.numberOfLeadingZeros(search.size()));
        List<Probe> probes = new ArrayList<>();
        int easy = search.isLargest() ? -1 : search.size();
        int hard = search.isLargest() ? search.size() : -1;
        while (Math.abs(hard - easy) > 1) {
            int middle = Math.floorDiv(easy + hard, 2);
            Probe probe = probe(policy, middle, pool);
            probes.add(probe);
            if (probe.isMet()) {
                easy = middle;
            } else {
                hard = middle;
            }
            probesDone++;
            progress.onProgress(
                    probesDone, Math.max(expected, probesDone), "%s at %s".formatted(policy.label(), probe.value()));
        }
        return new Answer(policy.label(), value(easy), value(hard), probes);
    }

    private Optional<String> value(int place) {
        return place < 0 || place >= search.size()
                ? Optional.empty()
                : Optional.of(search.setting(place).text());
    }

    private PlannedPoint planned(int place) {
        return plan.read(new Point(place, List.of(search.setting(place))));
    }

    private Probe probe(PolicySpec policy, int place, ExecutorService pool) throws InterruptedException {
        RunTask task = tasks.computeIfAbsent(place, p -> simulator.task(planned(p)));
        int perObservation = experiment.randomness().replicationsPerObservation();
        List<RunResult> results = new ArrayList<>();
        int wanted = experiment.replications().count();
        while (true) {
            results.addAll(run(task, policy, results.size(), wanted, pool));
            List<RunResult> observations = Observations.of(results, perObservation);
            List<Verdict> verdicts = search.goals().stream()
                    .map(goal -> Verdict.of(goal, values(observations, goal), search.confidence()))
                    .toList();
            boolean isOpen = !verdicts.contains(Verdict.MISSED) && verdicts.contains(Verdict.OPEN);
            if (!isOpen || wanted >= experiment.replications().most()) {
                return probe(place, observations, wanted, !isOpen);
            }
            wanted = Math.min(experiment.replications().most(), 2 * wanted);
        }
    }

    private Probe probe(int place, List<RunResult> observations, int replications, boolean isSure) {
        Map<String, Double> means = new LinkedHashMap<>();
        boolean isMet = true;
        for (Goal goal : search.goals()) {
            List<Double> values = values(observations, goal);
            double mean =
                    values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
            boolean isEachMet =
                    goal.relation() != Goal.Relation.EQUAL || values.stream().allMatch(goal::isMetBy);
            isMet &= !values.isEmpty() && goal.isMetBy(mean) && isEachMet;
            if (!values.isEmpty()) {
                means.put(goal.metric(), mean);
            }
        }
        return new Probe(place, search.setting(place).text(), isMet, isSure, replications, means);
    }

    private static List<Double> values(List<RunResult> results, Goal goal) {
        return results.stream()
                .flatMap(result -> result.metrics().stream())
                .filter(metric -> metric.scope().equals("all") && metric.name().equals(goal.metric()))
                .map(Metric::value)
                .toList();
    }

    private static List<RunResult> run(RunTask task, PolicySpec policy, int from, int to, ExecutorService pool)
            throws InterruptedException {
        List<Callable<RunResult>> runs = new ArrayList<>();
        for (int replication = from; replication < to; replication++) {
            int r = replication;
            runs.add(() -> task.run(policy, r, request -> {}));
        }
        List<RunResult> results = new ArrayList<>();
        for (Future<RunResult> run : pool.invokeAll(runs)) {
            try {
                results.add(run.get());
            } catch (ExecutionException e) {
                throw new RunFailedException(policy.label(), from, Objects.requireNonNull(e.getCause()));
            }
        }
        return results;
    }
}
