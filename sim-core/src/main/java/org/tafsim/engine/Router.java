package org.tafsim.engine;

import java.util.List;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.App;
import org.tafsim.model.Population;
import org.tafsim.model.Relocation;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServedReplica;
import org.tafsim.model.Site;
import org.tafsim.network.Network;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.OutcomeView;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;

/**
 * Asks the policy. Holds the two views it sees, which are the router itself turned towards the request at hand, so that a
 * decision allocates nothing.
 */
final class Router {

    private static final int NOT_PINNED = -2;

    private final Kernel kernel;
    private final Scenario scenario;
    private final Placement placement;
    private final Contracts contracts;
    private final Sessions sessions;
    private final RoutingPolicy policy;
    private final String policyLabel;
    private final Request request;
    private final Ended outcome;
    private final Candidates candidates;
    private final int[] inFlight;
    private final List<String> refusalReasons;

    /** The least number that is a refusal. */
    private final int lastRefusal;

    /** By application. */
    private final boolean[] keepsReplica;

    Router(
            Kernel kernel,
            Scenario scenario,
            Placement placement,
            Contracts contracts,
            Network network,
            LoadBoard loads,
            Doors doors,
            Sessions sessions,
            TariffClock tariffs,
            RoutingPolicy policy,
            String policyLabel) {
        this.kernel = kernel;
        this.scenario = scenario;
        this.placement = placement;
        this.contracts = contracts;
        this.sessions = sessions;
        this.policy = policy;
        this.policyLabel = policyLabel;
        inFlight = new int[scenario.replicas().size()];
        refusalReasons = List.copyOf(policy.refusalReasons());
        lastRefusal = RoutingPolicy.refusal(Math.max(0, refusalReasons.size() - 1));
        keepsReplica = new boolean[scenario.apps().size()];
        for (int app = 0; app < keepsReplica.length; app++) {
            keepsReplica[app] = scenario.apps().get(app).requestTerms().session().stream()
                    .anyMatch(session -> session.relocation() == Relocation.KEEP);
        }
        request = new Request();
        outcome = new Ended();
        candidates = new Candidates(network, loads, doors, tariffs);
    }

    /**
     * Chooses a replica.
     *
     * @param requests holds the request
     * @param slot of the request
     * @param lawApp number by which the law knows the application, or the variant the request has become
     * @param replicas that may serve it, at least one
     * @return its scenario index, or a {@link RoutingPolicy#refusal}
     * @throws PolicyException when the policy fails or answers with something that is not a candidate
     */
    int route(RequestTable requests, int slot, int lawApp, int[] replicas) {
        request.turnTo(requests, slot, lawApp);
        candidates.replicas = replicas;
        candidates.inputSite = requests.inputSite[slot];
        int choice = pinned(request.session, replicas);
        if (choice == NOT_PINNED) {
            choice = ask();
        }
        if (choice < 0 && choice >= lastRefusal) {
            return choice;
        }
        if (choice < 0 || choice >= replicas.length) {
            throw new PolicyException(
                    "Policy %s chose candidate %d of %d.".formatted(policyLabel, choice, replicas.length)
                            + " Maybe it returned a replica's index, not a candidate's.");
        }
        inFlight[replicas[choice]]++;
        return replicas[choice];
    }

    /** Whether no request is at a replica, or on the way to or from it. */
    boolean isIdle(int replica) {
        return inFlight[replica] == 0;
    }

    /** A routed request leaves its replica: its contract has room again, and the policy is told how it ended. */
    void ended(RequestTable requests, int slot, boolean completed, boolean metSlo, long ttftNanos) {
        int replica = requests.replica[slot];
        contracts.release(requests, slot, completed);
        inFlight[replica]--;
        outcome.turnTo(requests, slot, requests.lawApp[slot]);
        outcome.replica = replica;
        outcome.isCompleted = completed;
        outcome.metSlo = metSlo;
        outcome.ttftNanos = ttftNanos;
        outcome.arrivalNanos = requests.arrivalNanos[slot];
        try {
            policy.onOutcome(outcome);
        } catch (RuntimeException e) {
            throw new PolicyException("Policy %s failed on an outcome: %s".formatted(policyLabel, e), e);
        }
    }

    /** Why the policy may refuse, in the order of its refusals. */
    List<String> refusalReasons() {
        return refusalReasons;
    }

    /** The replica of the session's request before, among these, where its application keeps to that. */
    private int pinned(int session, int[] replicas) {
        int before = sessions.replicaOf(session);
        if (before >= 0 && keepsReplica[request.app]) {
            for (int candidate = 0; candidate < replicas.length; candidate++) {
                if (replicas[candidate] == before) {
                    return candidate;
                }
            }
        }
        return NOT_PINNED;
    }

    private int ask() {
        try {
            return policy.route(request, candidates);
        } catch (RuntimeException e) {
            throw new PolicyException(
                    "Policy %s failed on a request of app %s: %s"
                            .formatted(policyLabel, request.app().id(), e),
                    e);
        }
    }

    private class Request implements RequestView {

        private int app;
        private int lawApp;
        private int population;
        private int promptTokens;
        private int session;
        private long number;

        final void turnTo(RequestTable requests, int slot, int law) {
            app = requests.app[slot];
            lawApp = law;
            population = requests.population[slot];
            promptTokens = requests.promptTokens[slot];
            session = requests.session[slot];
            number = requests.sequence[slot];
        }

        @Override
        public long number() {
            return number;
        }

        @Override
        public long nowNanos() {
            return kernel.nowNanos();
        }

        @Override
        public App app() {
            return scenario.apps().get(app);
        }

        @Override
        public int appIndex() {
            return app;
        }

        @Override
        public Population population() {
            return scenario.populations().get(population);
        }

        @Override
        public int populationIndex() {
            return population;
        }

        @Override
        public int promptTokens() {
            return promptTokens;
        }

        @Override
        public long session() {
            return sessions.numberOf(session);
        }

        @Override
        public int sessionReplica() {
            return sessions.replicaOf(session);
        }
    }

    private final class Ended extends Request implements OutcomeView {

        private int replica;
        private boolean isCompleted;
        private boolean metSlo;
        private long ttftNanos;
        private long arrivalNanos;

        @Override
        public int replicaIndex() {
            return replica;
        }

        @Override
        public boolean isCompleted() {
            return isCompleted;
        }

        @Override
        public boolean metSlo() {
            return metSlo;
        }

        @Override
        public long timeToFirstTokenNanos() {
            return ttftNanos;
        }

        @Override
        public long endToEndNanos() {
            return nowNanos() - arrivalNanos;
        }
    }

    private final class Candidates implements CandidatesView {

        private final Network network;
        private final LoadBoard loads;
        private final Doors doors;
        private final TariffClock tariffs;
        private int[] replicas = new int[0];
        private int inputSite;

        private Candidates(Network network, LoadBoard loads, Doors doors, TariffClock tariffs) {
            this.network = network;
            this.loads = loads;
            this.doors = doors;
            this.tariffs = tariffs;
        }

        @Override
        public int size() {
            return replicas.length;
        }

        @Override
        public ServedReplica replica(int candidate) {
            return scenario.replicas().get(replicas[candidate]);
        }

        @Override
        public int replicaIndex(int candidate) {
            return replicas[candidate];
        }

        @Override
        public Site site(int candidate) {
            return scenario.sites().get(siteIndex(candidate));
        }

        @Override
        public double roundTripSeconds(int candidate) {
            int site = siteIndex(candidate);
            double roundTrip = network.meanRoundTripSeconds(request.population, site);
            return inputSite < 0 ? roundTrip : network.secondsBetween(inputSite, site) + roundTrip / 2;
        }

        @Override
        public int brokenRules(int candidate) {
            return placement.rules().brokenRules(request.lawApp, request.population, siteIndex(candidate));
        }

        @Override
        public int waitingRequests(int candidate) {
            return loads.waitingRequests(replicas[candidate]) + doors.waiting(replicas[candidate]);
        }

        @Override
        public int runningSequences(int candidate) {
            return loads.runningSequences(replicas[candidate]);
        }

        @Override
        public long waitingPrefillTokens(int candidate) {
            return loads.waitingPrefillTokens(replicas[candidate]);
        }

        @Override
        public double kvUsedFraction(int candidate) {
            return loads.kvUsedFraction(replicas[candidate]);
        }

        @Override
        public int inFlightRequests(int candidate) {
            return inFlight[replicas[candidate]];
        }

        @Override
        public double predictedTtftSeconds(int candidate, int promptTokens) {
            return roundTripSeconds(candidate)
                    + startSeconds(candidate)
                    + loads.prefillSeconds(replicas[candidate], promptTokens);
        }

        @Override
        public double contractEurPer1k(int candidate) {
            return contracts.eurPer1k(request.lawApp, request.population, replicas[candidate], request.promptTokens);
        }

        @Override
        public boolean isReady(int candidate) {
            return doors.isReady(replicas[candidate]);
        }

        @Override
        public double startSeconds(int candidate) {
            return doors.startSeconds(replicas[candidate]);
        }

        @Override
        public double carbonGramsPerKwh(int candidate) {
            return tariffs.carbonGramsPerKwh(siteIndex(candidate));
        }

        @Override
        public double eurPerKwh(int candidate) {
            return tariffs.eurPerKwh(siteIndex(candidate));
        }

        private int siteIndex(int candidate) {
            return placement.siteOf(replicas[candidate]);
        }
    }
}
