package org.tafsim.experiment.league;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.tafsim.engine.Metric;
import org.tafsim.engine.PolicyException;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.Progress;
import org.tafsim.experiment.ReplicationRunner;
import org.tafsim.experiment.RequestLog;
import org.tafsim.experiment.RunTask;
import org.tafsim.model.PolicySpec;

/**
 * All policies on all scenarios. A policy that fails in a run of a scenario is absent there, with its reason; what fails without a
 * policy's fault ends the tournament.
 */
public final class Tournament {

    private final List<PolicySpec> policies;
    private final int threads;
    private final double confidence;
    private final Progress progress;

    /**
     * Of these policies.
     *
     * @param policies by distinct labels, at least one
     * @param threads runs at a time, at least 1; changes no result
     * @param confidence of the judgements of a scenario, all together, and of each interval; in (0, 1)
     * @param progress told of runs, of all scenarios
     */
    public Tournament(List<PolicySpec> policies, int threads, double confidence, Progress progress) {
        this.policies = List.copyOf(policies);
        this.threads = threads;
        this.confidence = confidence;
        this.progress = progress;
    }

    /**
     * Plays it, scenario by scenario.
     *
     * @throws org.tafsim.experiment.RunFailedException where a run failed without a policy's fault
     */
    public League play(List<Ground> grounds) throws InterruptedException {
        int total = grounds.stream()
                .mapToInt(ground -> policies.size() * ground.replications())
                .sum();
        List<Match> matches = new ArrayList<>();
        int before = 0;
        for (Ground ground : grounds) {
            int done = before;
            Progress here = (runs, ofMatch, label) ->
                    progress.onProgress(done + runs, total, label.isEmpty() ? "" : ground.scenario() + ": " + label);
            matches.add(play(ground, here));
            before += policies.size() * ground.replications();
        }
        return League.of(policies.stream().map(PolicySpec::label).toList(), matches);
    }

    private Match play(Ground ground, Progress here) throws InterruptedException {
        Map<String, SortedMap<Integer, String>> failures = new ConcurrentHashMap<>();
        List<RunResult> results = new ReplicationRunner(threads, here)
                .run(policies, ground.replications(), forgiving(ground.task().get(), failures), RequestLog.NONE);
        List<Absence> absences = new ArrayList<>();
        for (PolicySpec policy : policies) {
            SortedMap<Integer, String> ofPolicy = failures.get(policy.label());
            if (ofPolicy != null) {
                absences.add(new Absence(policy.label(), String.valueOf(ofPolicy.get(ofPolicy.firstKey()))));
            }
        }
        List<String> absent = absences.stream().map(Absence::policy).toList();
        List<RunResult> valid = results.stream()
                .filter(result -> !absent.contains(result.policy()))
                .toList();
        return Places.match(ground, valid, absences, confidence);
    }

    /** Notes failures of policies; keeps of a run what a league needs. */
    private static RunTask forgiving(RunTask task, Map<String, SortedMap<Integer, String>> failures) {
        return (policy, replication, sink) -> {
            List<Metric> metrics = List.of();
            try {
                metrics = task.run(policy, replication, sink).metrics().stream()
                        .filter(metric -> metric.scope().equals("all"))
                        .toList();
            } catch (PolicyException failure) {
                failures.computeIfAbsent(policy.label(), label -> new ConcurrentSkipListMap<>())
                        .put(replication, String.valueOf(failure.getMessage()));
            }
            return new RunResult(policy.label(), replication, metrics, List.of(), List.of(), 0);
        };
    }
}
