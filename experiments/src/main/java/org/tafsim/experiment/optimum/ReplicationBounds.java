package org.tafsim.experiment.optimum;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tafsim.engine.Demand;
import org.tafsim.engine.Metric;
import org.tafsim.engine.RequestDemand;
import org.tafsim.engine.RunResult;
import org.tafsim.model.Scenario;

/**
 * What no policy can beat in one replication (docs/model/optimum.md). Bounds depend on what a policy leaves undone: one that turns
 * away who would wait longest has the better mean.
 */
public final class ReplicationBounds {

    /** Classes of requests that the program may have, about. */
    private static final int CLASSES = 400;

    private static final int MOST_WINDOWS = 40;
    private static final int FEWEST_WINDOWS = 4;
    private static final double MILLIS = 1e3;

    private final Scenario scenario;
    private final boolean[] hasSessions;
    private final Map<Objective, RelaxedBound> bounds = new EnumMap<>(Objective.class);

    private ReplicationBounds(Scenario scenario) {
        this.scenario = scenario;
        hasSessions = new boolean[scenario.apps().size()];
        for (int app = 0; app < hasSessions.length; app++) {
            hasSessions[app] = scenario.apps().get(app).requestTerms().session().isPresent();
        }
    }

    /** Of a replication. */
    public static ReplicationBounds of(Scenario scenario, Demand demand) {
        ReplicationBounds all = new ReplicationBounds(scenario);
        for (Objective objective : Objective.values()) {
            all.bounds.put(objective, all.bound(objective, demand));
        }
        return all;
    }

    private RelaxedBound bound(Objective objective, Demand demand) {
        List<BoundRequest> requests = new ArrayList<>();
        for (RequestDemand request : demand.requests()) {
            boolean isCounted = objective.isLatency() || !hasSessions[request.app()];
            if (request.isServable() && isCounted) {
                List<Task> tasks = Task.of(
                        objective, request, scenario.apps().get(request.app()).slo());
                if (objective.isLatency() || !tasks.isEmpty()) {
                    requests.add(
                            new BoundRequest(request.app(), request.arrivalNanos(), tasks, floor(objective, request)));
                }
            }
        }
        RelaxedBound bound = new RelaxedBound(requests, hasSessions.length);
        Windows windows = windows(requests, demand);
        bound.add(Prices.none(demand.places(), windows));
        if (bound.isCapacityShort(demand.places(), windows)) {
            double worth = objective.isLatency() ? 0 : 1;
            double served = objective.isLatency()
                    ? (double) requests.stream()
                            .filter(request -> !request.tasks().isEmpty())
                            .count()
                    : 0;
            double missed = 4 * (windows.endNanos() - windows.startNanos()) / 1e9;
            bound.add(CapacityProgram.prices(requests, demand.places(), windows, worth, served, missed));
        }
        return bound;
    }

    private static double floor(Objective objective, RequestDemand request) {
        return switch (objective) {
            case END_TO_END -> request.endNanos() / 1e9;
            case FIRST_TOKEN -> request.ttftNanos() / 1e9;
            case PROMISES_KEPT -> 0;
        };
    }

    private Windows windows(List<BoundRequest> requests, Demand demand) {
        long kinds = requests.stream()
                .filter(request -> !request.tasks().isEmpty())
                .map(request -> List.of(
                        request.app(),
                        request.tasks()
                                .get(0)
                                .place(RequestClasses.best(request.tasks().get(0)))))
                .distinct()
                .count();
        long most = Math.max(FEWEST_WINDOWS, Math.min(MOST_WINDOWS, CLASSES / Math.max(1, kinds)));
        return Windows.of(
                scenario.run().warmupNanos(), scenario.run().horizonNanos(), demand.endNanos(), Math.toIntExact(most));
    }

    /**
     * The bound on a metric for a policy with such a result: the least latency (ms) with as many requests completed of each application, or
     * the greatest share; empty where the policy has no such metric.
     */
    public Optional<Double> of(Objective objective, RunResult result) {
        RelaxedBound bound = Objects.requireNonNull(bounds.get(objective));
        if (find(result, "all", objective.metric()).isEmpty()) {
            return Optional.empty();
        }
        if (objective.isLatency()) {
            long[] completed = new long[hasSessions.length];
            for (int app = 0; app < completed.length; app++) {
                completed[app] = count(result, app, "completed");
            }
            return Optional.of(MILLIS * bound.leastMeanSeconds(completed));
        }
        long requests = 0;
        long kept = bound.mostKept();
        for (int app = 0; app < hasSessions.length; app++) {
            requests += count(result, app, "requests");
            kept += hasSessions[app] ? count(result, app, "requests") : 0;
        }
        return Optional.of((double) kept / requests);
    }

    private long count(RunResult result, int app, String metric) {
        String scope = "app:" + scenario.apps().get(app).id();
        return find(result, scope, metric).map(Math::round).orElse(0L);
    }

    static Optional<Double> find(RunResult result, String scope, String name) {
        return result.metrics().stream()
                .filter(metric -> metric.scope().equals(scope) && metric.name().equals(name))
                .findFirst()
                .map(Metric::value);
    }

    /** Requests whose arrival is certain, and those of them that can be served anywhere. */
    RelaxedBound relaxed(Objective objective) {
        return Objects.requireNonNull(bounds.get(objective));
    }
}
