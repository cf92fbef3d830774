package org.tafsim.experiment.optimum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tafsim.engine.AlikeReplicas;
import org.tafsim.engine.Demand;
import org.tafsim.engine.RequestDemand;
import org.tafsim.engine.RequestSink;
import org.tafsim.engine.RunOptions;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.Simulation;
import org.tafsim.experiment.optimum.Decision.Floor;
import org.tafsim.experiment.optimum.Decision.Request;
import org.tafsim.model.App;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Scenario;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;

/**
 * The best that anybody could have decided in a small case who knew all requests beforehand, by branch and bound over where each goes; the
 * simulator itself says what comes of it. Whoever arrives after the time that counts is sent away ({@link ClosedCase}).
 */
public final class ExactOptimum {

    /** Requests that a case may have. */
    public static final int MOST_REQUESTS = 12;

    /** Cases that are simulated before it is given up. */
    public static final int MOST_RUNS = 200_000;

    private static final PolicySpec SPEC = new PolicySpec("optimum", "given", Map.of());

    private final Simulation simulation;
    private final Scenario scenario;
    private final int replication;
    private final List<Decision> decisions = new ArrayList<>();
    private final Map<Request, RequestDemand> demands = new HashMap<>(); // asked, never iterated
    private final int[] placeOfReplica;
    private final boolean isAlike;

    /**
     * What was found.
     *
     * @param value of the objective's metric, in its unit
     * @param replicas where the requests go, in the order of their arrival: scenario indices, or {@link RoutingPolicy#REFUSE}
     * @param runs that were simulated
     */
    public record Found(double value, List<Integer> replicas, int runs) {}

    private ExactOptimum(Simulation simulation, Scenario scenario, int replication, Demand demand) {
        this.simulation = simulation;
        this.scenario = scenario;
        this.replication = replication;
        placeOfReplica = new int[scenario.replicas().size()];
        List<AlikeReplicas> places = demand.places();
        for (int place = 0; place < places.size(); place++) {
            for (int replica : places.get(place).replicas()) {
                placeOfReplica[replica] = place;
            }
        }
        isAlike = scenario.life().isEmpty();
        demand.requests().forEach(one -> demands.put(new Request(one.app(), one.sequence()), one));
    }

    /**
     * A replication of a scenario.
     *
     * @throws IllegalArgumentException when the case is not small, or has what makes more decisions than one for each request
     */
    public static ExactOptimum of(Simulation simulation, Scenario scenario, int replication) {
        requirePlain(scenario);
        ExactOptimum optimum =
                new ExactOptimum(simulation, scenario, replication, simulation.demand(SPEC.label(), replication));
        optimum.list();
        return optimum;
    }

    private static void requirePlain(Scenario scenario) {
        for (App app : scenario.apps()) {
            refuse(app.pipeline().goesOn(), "app %s has a pipeline".formatted(app.id()));
            refuse(app.requestTerms().session().isPresent(), "app %s has sessions".formatted(app.id()));
            refuse(app.requestTerms().hedge().isPresent(), "app %s hedges its requests".formatted(app.id()));
        }
        refuse(!scenario.faults().isEmpty(), "things fail");
        refuse(!scenario.ran().isEmpty(), "RAN shares accelerators");
        refuse(!scenario.sovereignty().cutOffs().isEmpty(), "somebody is cut off");
    }

    private static void refuse(boolean isSo, String what) {
        if (isSo) {
            throw new IllegalArgumentException("No exact optimum of scenario where %s: its requests may be placed"
                    .formatted(what)
                    .concat(" more than once. Maybe take its bound."));
        }
    }

    /** All decisions there are to take, by a run that takes none. */
    private void list() {
        long horizon = scenario.run().horizonNanos();
        run(new GivenChoices((request, candidates) -> {
            if (request.nowNanos() < horizon) {
                Map<Integer, Floor> floors = new LinkedHashMap<>();
                Request key = new Request(request.appIndex(), request.number());
                Optional<RequestDemand> demand = Optional.ofNullable(demands.get(key));
                IntStream.range(0, candidates.size())
                        .mapToObj(candidates::replicaIndex)
                        .forEach(replica -> floors.put(replica, floor(demand, replica)));
                decisions.add(new Decision(key, demand.isPresent(), ordered(floors)));
            }
            return RoutingPolicy.REFUSE;
        }));
        if (decisions.size() > MOST_REQUESTS) {
            throw new IllegalArgumentException(
                    "No exact optimum of %d requests: at most %d. Maybe a shorter run, --set run.duration='5 s'?"
                            .formatted(decisions.size(), MOST_REQUESTS));
        }
    }

    private Floor floor(Optional<RequestDemand> demand, int replica) {
        return demand.map(one -> Decision.floor(one, placeOfReplica[replica])).orElse(new Floor(0, 0));
    }

    private static Map<Integer, Floor> ordered(Map<Integer, Floor> floors) {
        Map<Integer, Floor> ordered = new LinkedHashMap<>();
        floors.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> entry.getValue().endNanos()))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    private RunResult run(RoutingPolicyType policy) {
        return simulation.run(SPEC, policy, replication, RunOptions.DEFAULT, RequestSink.NONE);
    }

    /** Requests, and so decisions. */
    public int requests() {
        return decisions.size();
    }

    /**
     * The best of an objective. Of a latency: the least mean of all that complete every request which has a place; empty where none does, or no
     * request counts.
     *
     * @throws IllegalStateException when it is not found with {@link #MOST_RUNS} runs
     */
    public Optional<Found> best(Objective objective) {
        Search search = new Search(objective);
        search.from(0, 0);
        return search.found();
    }

    private final class Search {
        private final Objective objective;
        private final int[] chosen = new int[decisions.size()];
        private final long[] leastRest = new long[decisions.size() + 1];
        private final long served;
        private Optional<Found> best = Optional.empty();
        private int runs;

        private Search(Objective objective) {
            this.objective = objective;
            for (int i = decisions.size() - 1; i >= 0; i--) {
                Decision decision = decisions.get(i);
                leastRest[i] = leastRest[i + 1]
                        + decision.floors().values().stream()
                                .mapToLong(floor -> cost(decision, floor))
                                .min()
                                .orElse(0);
            }
            served = decisions.stream()
                    .filter(Decision::isMeasured)
                    .filter(decision -> decision.floors().values().stream()
                            .anyMatch(floor -> floor.endNanos() != RequestDemand.NEVER))
                    .count();
        }

        /** At least, of a latency (ns); or promises broken. */
        private long cost(Decision decision, Floor floor) {
            if (!decision.isMeasured()) {
                return 0;
            }
            if (objective.isLatency()) {
                return floor.endNanos() == RequestDemand.NEVER ? 0 : floor.nanos(objective);
            }
            RequestDemand demand = demands.get(decision.request());
            boolean mayKeep = demand != null
                    && floor.mayKeep(scenario.apps().get(demand.app()).slo(), demand.outputTokens());
            return mayKeep ? 0 : 1;
        }

        private void from(int place, long cost) {
            if (isHopeless(cost + leastRest[place])) {
                return;
            }
            if (place == decisions.size()) {
                evaluate();
                return;
            }
            Decision decision = decisions.get(place);
            for (Map.Entry<Integer, Floor> entry : decision.floors().entrySet()) {
                if (!isRepetition(place, entry.getKey())) {
                    chosen[place] = entry.getKey();
                    from(place + 1, cost + cost(decision, entry.getValue()));
                }
            }
            if (!decision.isMeasured() || !objective.isLatency()) {
                chosen[place] = RoutingPolicy.REFUSE;
                from(place + 1, cost + (decision.isMeasured() ? 1 : 0));
            }
        }

        private boolean isHopeless(long least) {
            if (best.isEmpty()) {
                return false;
            }
            double value = best.get().value();
            long measured = decisions.stream().filter(Decision::isMeasured).count();
            return objective.isLatency()
                    ? least / 1e6 / served >= value
                    : (double) (measured - least) / measured <= value;
        }

        /** Whether another replica that is equal to this one, and idle like it, has been tried already. */
        private boolean isRepetition(int place, int replica) {
            if (!isAlike) {
                return false;
            }
            List<Integer> used =
                    IntStream.range(0, place).mapToObj(i -> chosen[i]).toList();
            return !used.contains(replica)
                    && decisions.get(place).floors().keySet().stream()
                            .filter(other -> other < replica && !used.contains(other))
                            .anyMatch(other -> placeOfReplica[other] == placeOfReplica[replica]);
        }

        private void evaluate() {
            if (++runs > MOST_RUNS) {
                throw new IllegalStateException(
                        "No exact optimum was found in %d runs. Maybe fewer requests or replicas."
                                .formatted(MOST_RUNS));
            }
            Map<Request, Integer> choices = new HashMap<>(); // asked, never iterated
            for (int i = 0; i < chosen.length; i++) {
                choices.put(decisions.get(i).request(), chosen[i]);
            }
            RunResult result = run(new GivenChoices((request, candidates) ->
                    choices.getOrDefault(new Request(request.appIndex(), request.number()), RoutingPolicy.REFUSE)));
            boolean isWhole = !objective.isLatency()
                    || Math.round(ReplicationBounds.find(result, "all", "completed")
                                    .orElse(0.0))
                            == served;
            ReplicationBounds.find(result, "all", objective.metric())
                    .filter(value -> isWhole
                            && (best.isEmpty() || isBetter(value, best.get().value())))
                    .ifPresent(value -> best = Optional.of(
                            new Found(value, IntStream.of(chosen).boxed().toList(), runs)));
        }

        private boolean isBetter(double value, double than) {
            return objective.isLatency() ? value < than : value > than;
        }

        private Optional<Found> found() {
            return best.map(one -> new Found(one.value(), one.replicas(), runs));
        }
    }
}
