package org.tafsim.cli.bench;

import org.tafsim.model.App;
import org.tafsim.model.Population;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServedReplica;
import org.tafsim.model.Site;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;

/** A request, and all replicas of a scenario as its candidates, with numbers that differ from one to the next. */
final class MadeUpCandidates implements RequestView, CandidatesView {

    private final Scenario scenario;
    private int number;

    MadeUpCandidates(Scenario scenario) {
        this.scenario = scenario;
    }

    /** Turns to the request of this number. */
    void next(int request) {
        number = request;
    }

    /** Somewhere in [0, 1). */
    private double share(int candidate, int salt) {
        return (((number * 31 + candidate * 7919 + salt * 104_729) * 0x9E3779B9) >>> 8) / 0x1p24;
    }

    @Override
    public App app() {
        return scenario.apps().get(0);
    }

    @Override
    public int appIndex() {
        return 0;
    }

    @Override
    public Population population() {
        return scenario.populations().get(0);
    }

    @Override
    public int populationIndex() {
        return 0;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public long nowNanos() {
        return number * 10_000_000L;
    }

    @Override
    public int promptTokens() {
        return 512;
    }

    @Override
    public int size() {
        return scenario.replicas().size();
    }

    @Override
    public ServedReplica replica(int candidate) {
        return scenario.replicas().get(candidate);
    }

    @Override
    public int replicaIndex(int candidate) {
        return candidate;
    }

    @Override
    public Site site(int candidate) {
        return scenario.sites().get(0);
    }

    @Override
    public double roundTripSeconds(int candidate) {
        return 0.05 * share(candidate, 1);
    }

    @Override
    public int brokenRules(int candidate) {
        return 0;
    }

    @Override
    public int waitingRequests(int candidate) {
        return (int) (20 * share(candidate, 2));
    }

    @Override
    public int runningSequences(int candidate) {
        return (int) (100 * share(candidate, 3));
    }

    @Override
    public long waitingPrefillTokens(int candidate) {
        return (long) (10_000 * share(candidate, 4));
    }

    @Override
    public double kvUsedFraction(int candidate) {
        return share(candidate, 5);
    }

    @Override
    public double predictedTtftSeconds(int candidate, int promptTokens) {
        return share(candidate, 6);
    }
}
