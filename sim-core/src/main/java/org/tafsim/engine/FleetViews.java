package org.tafsim.engine;

import java.util.Arrays;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.FleetSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServedReplica;
import org.tafsim.model.Site;
import org.tafsim.network.Network;
import org.tafsim.policy.DeploymentView;
import org.tafsim.policy.ScalingView;
import org.tafsim.serving.ServingSystem;
import org.tafsim.units.Durations;

/** What scaling and deployment policies see, turned to one group after the other. Rates are those since the last period began. */
final class FleetViews {

    private final Kernel kernel;
    private final Scenario scenario;
    private final FleetSpec spec;
    private final Placement placement;
    private final Placer placer;
    private final Router router;
    private final ServingSystem serving;
    private final Network network;
    private final TariffClock tariffs;
    private final Scaling scaling = new Scaling();
    private final Deployment deployment = new Deployment();

    private long sinceNanos;
    private final long[] askedBefore;
    private final long[] unplacedBefore;
    private final long[] sentBefore;
    private final long[] busyBefore;
    private int[] usable = {};
    private FleetGroup group = FleetGroup.NONE;
    private FleetState[] state = {};

    FleetViews(
            Kernel kernel,
            Scenario scenario,
            FleetSpec spec,
            Placement placement,
            Placer placer,
            Router router,
            ServingSystem serving,
            Network network) {
        this.kernel = kernel;
        this.scenario = scenario;
        this.spec = spec;
        this.placement = placement;
        this.placer = placer;
        this.router = router;
        this.serving = serving;
        this.network = network;
        tariffs = new TariffClock(kernel, scenario);
        int replicas = scenario.replicas().size();
        askedBefore = new long[placement.rows()];
        unplacedBefore = new long[placement.rows()];
        sentBefore = new long[replicas];
        busyBefore = new long[replicas];
    }

    /** A period begins. */
    void forget() {
        sinceNanos = kernel.nowNanos();
        System.arraycopy(placer.asked(), 0, askedBefore, 0, askedBefore.length);
        System.arraycopy(placer.unplaced(), 0, unplacedBefore, 0, unplacedBefore.length);
        for (int replica = 0; replica < sentBefore.length; replica++) {
            sentBefore[replica] = router.sentTo(replica);
            busyBefore[replica] = serving.busyNanos(replica);
        }
    }

    /** Turns to a group, of which these are not down. */
    void turnTo(FleetGroup ofFleet, int[] notDown, FleetState[] states) {
        group = ofFleet;
        usable = notDown;
        state = states;
    }

    ScalingView scaling() {
        return scaling;
    }

    DeploymentView deployment() {
        return deployment;
    }

    private double elapsedSeconds() {
        return Math.max(1e-9, Durations.secondsOfNanos(kernel.nowNanos() - sinceNanos));
    }

    private long sentSince(int replica) {
        return router.sentTo(replica) - sentBefore[replica];
    }

    private boolean isMember(int replica) {
        return Arrays.binarySearch(group.replicas(), replica) >= 0;
    }

    private final class Scaling implements ScalingView {

        @Override
        public long nowNanos() {
            return kernel.nowNanos();
        }

        @Override
        public double hourOfDay() {
            return tariffs.hourOfDay();
        }

        @Override
        public double periodSeconds() {
            return Durations.secondsOfNanos(spec.periodNanos());
        }

        @Override
        public double startSeconds() {
            return Durations.secondsOfNanos(spec.startNanos());
        }

        @Override
        public int usable() {
            return usable.length;
        }

        @Override
        public int on() {
            return (int)
                    Arrays.stream(usable).filter(r -> state[r].isMeantToServe()).count();
        }

        @Override
        public int starting() {
            return (int) Arrays.stream(usable)
                    .filter(r -> state[r] == FleetState.STARTING)
                    .count();
        }

        @Override
        public double arrivalsPerSecond() {
            long requests = Arrays.stream(group.replicas())
                    .mapToLong(FleetViews.this::sentSince)
                    .sum();
            for (int row = 0; row < unplacedBefore.length; row++) {
                long unplaced = placer.unplaced()[row] - unplacedBefore[row];
                if (unplaced > 0 && Arrays.stream(placement.lawful(row)).anyMatch(FleetViews.this::isMember)) {
                    requests += unplaced;
                }
            }
            return requests / elapsedSeconds();
        }

        @Override
        public int inFlight() {
            return Arrays.stream(group.replicas()).map(router::inFlight).sum();
        }

        @Override
        public int waiting() {
            return Arrays.stream(group.replicas()).map(serving::waitingRequests).sum();
        }

        @Override
        public double kvUsedFraction() {
            return Arrays.stream(usable)
                    .filter(r -> state[r] == FleetState.ON)
                    .mapToDouble(serving::kvUsedFraction)
                    .average()
                    .orElse(0);
        }

        @Override
        public double busyFraction() {
            double busy = Arrays.stream(usable)
                    .filter(r -> state[r] == FleetState.ON)
                    .mapToDouble(r -> Durations.secondsOfNanos(serving.busyNanos(r) - busyBefore[r]))
                    .average()
                    .orElse(0);
            return Math.min(1, busy / elapsedSeconds());
        }
    }

    private final class Deployment implements DeploymentView {

        @Override
        public int size() {
            return usable.length;
        }

        @Override
        public long nowNanos() {
            return kernel.nowNanos();
        }

        @Override
        public ServedReplica replica(int place) {
            return scenario.replicas().get(usable[place]);
        }

        @Override
        public int replicaIndex(int place) {
            return usable[place];
        }

        @Override
        public Site site(int place) {
            return scenario.sites().get(placement.siteOf(usable[place]));
        }

        @Override
        public boolean isOn(int place) {
            return state[usable[place]].isMeantToServe();
        }

        @Override
        public int inFlightRequests(int place) {
            return router.inFlight(usable[place]);
        }

        @Override
        public double arrivalsPerSecond(int place) {
            return sentSince(usable[place]) / elapsedSeconds();
        }

        @Override
        public double meanRoundTripSeconds(int place) {
            double sum = 0;
            long weight = 0;
            boolean isAnybodyThere = isAnybodyThere();
            for (int row = 0; row < askedBefore.length; row++) {
                long requests = isAnybodyThere ? askedSince(row) : 1;
                if (requests > 0 && Arrays.binarySearch(placement.lawful(row), usable[place]) >= 0) {
                    sum += requests * roundTripSeconds(row, usable[place]);
                    weight += requests;
                }
            }
            return weight == 0 ? Double.POSITIVE_INFINITY : sum / weight;
        }

        private boolean isAnybodyThere() {
            for (int row = 0; row < askedBefore.length; row++) {
                if (askedSince(row) > 0 && Arrays.stream(placement.lawful(row)).anyMatch(FleetViews.this::isMember)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public double nearestDemandPerSecond(int place) {
            long requests = 0;
            for (int row = 0; row < askedBefore.length; row++) {
                if (askedSince(row) > 0 && isNearest(row, usable[place])) {
                    requests += askedSince(row);
                }
            }
            return requests / elapsedSeconds();
        }

        private boolean isNearest(int row, int replica) {
            if (Arrays.binarySearch(placement.lawful(row), replica) < 0) {
                return false;
            }
            double own = roundTripSeconds(row, replica);
            return Arrays.stream(usable)
                    .filter(other -> Arrays.binarySearch(placement.lawful(row), other) >= 0)
                    .noneMatch(other -> roundTripSeconds(row, other) < own);
        }

        private long askedSince(int row) {
            return placer.asked()[row] - askedBefore[row];
        }

        private double roundTripSeconds(int row, int replica) {
            return network.meanRoundTripSeconds(placement.populationOf(row), placement.siteOf(replica));
        }

        @Override
        public double carbonGramsPerKwh(int place) {
            return tariffs.carbonGramsPerKwh(placement.siteOf(usable[place]), 0);
        }

        @Override
        public double eurPerKwh(int place) {
            return tariffs.eurPerKwh(placement.siteOf(usable[place]));
        }
    }
}
