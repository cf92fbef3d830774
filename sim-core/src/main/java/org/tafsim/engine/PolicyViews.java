package org.tafsim.engine;

import org.tafsim.kernel.Kernel;
import org.tafsim.model.App;
import org.tafsim.model.Population;
import org.tafsim.model.PromptText;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServedReplica;
import org.tafsim.model.Site;
import org.tafsim.network.Network;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.OutcomeView;
import org.tafsim.policy.RequestView;

/** What policies see: one request, its end and its candidates, turned to the one at hand, so that a decision allocates nothing. */
final class PolicyViews {

    private final Kernel kernel;
    private final Scenario scenario;
    private final Placement placement;
    private final Contracts contracts;
    private final Sessions sessions;
    private final int[] inFlight;
    private final TariffClock tariffs;
    final Request request = new Request();
    final Ended outcome = new Ended();
    final Candidates candidates;

    /**
     * Turned to nothing yet.
     *
     * @param inFlight requests at each replica, or on the way to or from it
     */
    PolicyViews(
            Kernel kernel,
            Scenario scenario,
            Placement placement,
            Contracts contracts,
            Sessions sessions,
            Network network,
            LoadBoard loads,
            Doors doors,
            TariffClock tariffs,
            int[] inFlight) {
        this.kernel = kernel;
        this.scenario = scenario;
        this.placement = placement;
        this.contracts = contracts;
        this.sessions = sessions;
        this.inFlight = inFlight;
        this.tariffs = tariffs;
        candidates = new Candidates(network, loads, doors);
    }

    /** Turns to a request and its candidates. */
    void turnTo(RequestTable requests, int slot, int lawApp, int[] replicas) {
        request.turnTo(requests, slot, lawApp);
        candidates.replicas = replicas;
        candidates.inputSite = requests.inputSite[slot];
    }

    class Request implements RequestView {

        private int app;
        private int lawApp;
        private int population;
        private int promptTokens;
        private PromptText promptText = PromptText.UNKNOWN;
        private int session;
        private long number;
        private long arrivalNanos;

        final void turnTo(RequestTable requests, int slot, int law) {
            app = requests.app[slot];
            lawApp = law;
            population = requests.population[slot];
            promptTokens = requests.promptTokens[slot];
            promptText = requests.stage[slot] == 0 ? requests.promptText[slot] : PromptText.UNKNOWN;
            session = requests.session[slot];
            number = requests.sequence[slot];
            arrivalNanos = requests.arrivalNanos[slot];
        }

        @Override
        public long arrivalNanos() {
            return arrivalNanos;
        }

        @Override
        public long number() {
            return number;
        }

        @Override
        public double hourOfDay() {
            return tariffs.hourOfDay();
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
        public PromptText promptText() {
            return promptText;
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

    final class Ended extends Request implements OutcomeView {

        private int replica;
        private boolean isCompleted;
        private boolean metSlo;
        private long ttftNanos;

        void turnTo(RequestTable requests, int slot, boolean completed, boolean met, long ttft) {
            turnTo(requests, slot, requests.lawApp[slot]);
            replica = requests.replica[slot];
            isCompleted = completed;
            metSlo = met;
            ttftNanos = ttft;
        }

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
            return nowNanos() - arrivalNanos();
        }
    }

    final class Candidates implements CandidatesView {

        private final Network network;
        private final LoadBoard loads;
        private final Doors doors;
        private int[] replicas = new int[0];
        private int inputSite;

        private Candidates(Network network, LoadBoard loads, Doors doors) {
            this.network = network;
            this.loads = loads;
            this.doors = doors;
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
            return tariffs.carbonGramsPerKwh(siteIndex(candidate), 0);
        }

        @Override
        public double carbonGramsPerKwh(int candidate, int hoursAhead) {
            return tariffs.carbonGramsPerKwh(siteIndex(candidate), hoursAhead);
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
