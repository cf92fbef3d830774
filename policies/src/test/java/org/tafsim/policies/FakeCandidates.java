package org.tafsim.policies;

import java.util.List;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.Site;
import org.tafsim.policy.CandidatesView;

/** Candidates from a table. As in the simulation, it may be asked during the decision only. */
public final class FakeCandidates implements CandidatesView {
    private final List<Candidate> rows;
    private final List<Site> sites;
    private final List<ReplicaSpec> replicas;
    private boolean expired;
    private int hour;

    private FakeCandidates(List<Candidate> rows) {
        this.rows = rows;
        sites = rows.stream().map(Candidate::site).toList();
        replicas = rows.stream().map(Candidate::replica).toList();
    }

    /** A view of these; a replica index below 0 becomes the row's number. */
    public static FakeCandidates of(Candidate... rows) {
        return new FakeCandidates(List.of(rows));
    }

    /** The same in an hour of the day. */
    FakeCandidates inHour(int ofDay) {
        FakeCandidates same = new FakeCandidates(rows);
        same.hour = ofDay;
        return same;
    }

    /** Makes every further question fail. */
    void expire() {
        expired = true;
    }

    List<Candidate> rows() {
        return rows;
    }

    private Candidate row(int candidate) {
        checkCurrent();
        return rows.get(candidate);
    }

    private void checkCurrent() {
        if (expired) {
            throw new IllegalStateException("The policy kept a view beyond its decision.");
        }
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public ReplicaSpec replica(int candidate) {
        checkCurrent();
        return replicas.get(candidate);
    }

    @Override
    public int replicaIndex(int candidate) {
        int stated = row(candidate).replicaIndex;
        return stated < 0 ? candidate : stated;
    }

    @Override
    public Site site(int candidate) {
        checkCurrent();
        return sites.get(candidate);
    }

    @Override
    public double roundTripSeconds(int candidate) {
        return row(candidate).roundTripMillis / 1e3;
    }

    @Override
    public int brokenRules(int candidate) {
        return row(candidate).brokenRules;
    }

    @Override
    public int waitingRequests(int candidate) {
        return row(candidate).waiting;
    }

    @Override
    public int runningSequences(int candidate) {
        return row(candidate).running;
    }

    @Override
    public long waitingPrefillTokens(int candidate) {
        return 500L * row(candidate).waiting;
    }

    @Override
    public double kvUsedFraction(int candidate) {
        return row(candidate).kvUsed;
    }

    @Override
    public boolean isReady(int candidate) {
        return row(candidate).startMillis == 0;
    }

    @Override
    public double startSeconds(int candidate) {
        return row(candidate).startMillis / 1e3;
    }

    @Override
    public double predictedTtftSeconds(int candidate, int promptTokens) {
        Candidate row = row(candidate);
        return (row.ttftMillis + row.ttftMillisPerToken * promptTokens + row.startMillis) / 1e3;
    }

    @Override
    public double carbonGramsPerKwh(int candidate) {
        return row(candidate).carbonGramsPerKwh;
    }

    @Override
    public double carbonGramsPerKwh(int candidate, int hoursAhead) {
        double[] hours = row(candidate).carbonHours;
        return hours.length == 0 ? carbonGramsPerKwh(candidate) : hours[(hour + hoursAhead) % hours.length];
    }

    @Override
    public double eurPerKwh(int candidate) {
        return row(candidate).eurPerKwh;
    }

    @Override
    public double contractEurPer1k(int candidate) {
        return row(candidate).contractEurPer1k;
    }
}
