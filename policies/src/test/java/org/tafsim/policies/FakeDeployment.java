package org.tafsim.policies;

import java.util.List;
import java.util.Set;
import org.tafsim.model.ServedReplica;
import org.tafsim.model.Site;
import org.tafsim.policy.DeploymentView;

/** Candidates as replicas to be turned on and off: those that are on, and the nearest demand of each. */
record FakeDeployment(FakeCandidates rows, Set<Integer> on, List<Double> demand) implements DeploymentView {

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public long nowNanos() {
        return 0;
    }

    @Override
    public ServedReplica replica(int place) {
        return rows.replica(place);
    }

    @Override
    public int replicaIndex(int place) {
        return place;
    }

    @Override
    public Site site(int place) {
        return rows.site(place);
    }

    @Override
    public boolean isOn(int place) {
        return on.contains(place);
    }

    @Override
    public int inFlightRequests(int place) {
        return rows.inFlightRequests(place);
    }

    @Override
    public double arrivalsPerSecond(int place) {
        return 0;
    }

    @Override
    public double meanRoundTripSeconds(int place) {
        return rows.roundTripSeconds(place);
    }

    @Override
    public double nearestDemandPerSecond(int place) {
        return demand.get(place);
    }

    @Override
    public double carbonGramsPerKwh(int place) {
        return rows.carbonGramsPerKwh(place);
    }

    @Override
    public double eurPerKwh(int place) {
        return rows.eurPerKwh(place);
    }
}
