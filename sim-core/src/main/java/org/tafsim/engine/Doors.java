package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tafsim.kernel.InvariantViolation;
import org.tafsim.kernel.Kernel;
import org.tafsim.life.Keeping;
import org.tafsim.life.ModelLife;
import org.tafsim.life.Supply;
import org.tafsim.model.LifeSpec;
import org.tafsim.model.Scenario;
import org.tafsim.network.Network;
import org.tafsim.serving.ServingSystem;

/**
 * The doors of replicas on demand: requests wait there until their replica is ready. Wires the life of models to the network that
 * brings them, to the replicas, and to what is open. Where nothing is on demand every replica is ready, and nothing is kept.
 */
final class Doors implements Supply {
    private static final LifeSpec NOTHING_ON_DEMAND = new LifeSpec("none", 0, 0, 0, 1, 1, 0, false, List.of());

    private final Kernel kernel;
    private final OnDemandTable table;
    private final Placement placement;
    private final ServingSystem serving;
    private final RequestLife requestLife;
    private final LifeCounts counts;
    private final Pulls pulls;
    private final RegistryCuts cuts;
    private final ModelLife life;
    private final List<List<Integer>> waiting = new ArrayList<>();
    private final boolean[] isShut;

    Doors(
            Kernel kernel,
            Scenario scenario,
            OnDemandTable table,
            Placement placement,
            Network network,
            ServingSystem serving,
            RequestLife requestLife,
            LifeCounts counts,
            PolicyStack policies) {
        this.kernel = kernel;
        this.table = table;
        this.placement = placement;
        this.serving = serving;
        this.requestLife = requestLife;
        this.counts = counts;
        LifeSpec spec = scenario.life().orElse(NOTHING_ON_DEMAND);
        int registry = IntStream.range(0, scenario.sites().size())
                .filter(site -> scenario.sites().get(site).id().equals(spec.registrySiteId()))
                .findFirst()
                .orElse(-1);
        int[] siteOf = IntStream.range(0, table.replicas().size())
                .map(number -> placement.siteOf(table.replicaOf(number)))
                .toArray();
        isShut = new boolean[siteOf.length];
        IntStream.of(siteOf).forEach(site -> waiting.add(new ArrayList<>()));
        pulls = new Pulls(network, registry, siteOf);
        cuts = new RegistryCuts(kernel, scenario, registry, siteOf, this::onCut);
        Optional<EvictionOrder> order = policies.eviction()
                .map(policy -> new EvictionOrder(kernel, scenario.replicas(), table, policy, policies));
        Keeping keeping = order.isPresent() ? order.get() : Keeping.LEAST_RECENTLY_USED;
        life = new ModelLife(kernel, spec, table.replicas(), table.groups(), table.sites(), this, keeping);
        order.ifPresent(asked -> asked.of(life));
    }

    /**
     * Loads what is ready at the start, and begins to count.
     *
     * @param audits whether to check the laws at every sample of the series
     */
    void start(boolean audits) {
        if (table.isUsed()) {
            table.preloaded().forEach(life::preload);
            counts.start(audits ? this::audit : () -> {});
            cuts.start();
        }
    }

    /** Whether a replica serves. */
    boolean isReady(int replica) {
        int number = table.numberOf(replica);
        return number < 0 || life.isReady(number);
    }

    /** Whether a replica serves, or can be started. */
    boolean canStart(int replica) {
        int number = table.numberOf(replica);
        return number < 0 || life.canStart(number);
    }

    /** Time until a replica serves (s), to expect; 0 where it does. */
    double startSeconds(int replica) {
        int number = table.numberOf(replica);
        return number < 0 ? 0 : life.startSeconds(number);
    }

    /** Requests at a replica's door. */
    int waiting(int replica) {
        int number = table.numberOf(replica);
        return number < 0 ? 0 : waiting.get(number).size();
    }

    /** Keeps a request that has come to a replica that is not ready, and wants it started; whether it did. */
    boolean keeps(int slot) {
        int number = table.numberOf(requestLife.requests().replica[slot]);
        if (number < 0 || life.isReady(number)) {
            return false;
        }
        waiting.get(number).add(slot);
        countCold(slot);
        life.want(number);
        return true;
    }

    private void countCold(int slot) {
        RequestTable requests = requestLife.requests();
        int whole = requests.isPart(slot) ? requests.whole[slot] : slot;
        if (whole >= 0 && requests.measured[whole] && !requests.isCold[whole]) {
            requests.isCold[whole] = true;
            counts.cold(requests.app[whole]);
        }
    }

    /** A request is given to a replica that is ready. */
    void entered(int replica) {
        int number = table.numberOf(replica);
        if (number >= 0) {
            life.enter(number);
        }
    }

    /** A request has left a replica, or never fitted it. */
    void left(int replica) {
        int number = table.numberOf(replica);
        if (number >= 0) {
            life.leave(number);
        }
    }

    /** The client of a request that has reached its replica has gone. */
    void cancel(int replica, int slot) {
        int number = table.numberOf(replica);
        if (number >= 0 && waiting.get(number).remove((Integer) slot)) {
            requestLife.onCancelled(slot);
        } else {
            serving.cancel(replica, slot);
        }
    }

    /** A replica stops: what it served, or kept at its door, is lost. */
    void stop(int replica) {
        serving.stop(replica);
        int number = table.numberOf(replica);
        if (number >= 0) {
            life.stop(number);
            takeAll(number).forEach(requestLife::onLost);
        }
    }

    private List<Integer> takeAll(int number) {
        List<Integer> all = List.copyOf(waiting.get(number));
        waiting.get(number).clear();
        return all;
    }

    /** A piece of a pull has come. */
    void pieceCame(int number) {
        if (pulls.delivered(number)) {
            life.pulled(number);
        }
    }

    @Override
    public boolean canPull(int number) {
        return !cuts.isCutOff(number);
    }

    @Override
    public void pull(int number, long bytes) {
        counts.pulled(bytes);
        pulls.begin(number, bytes);
    }

    @Override
    public double pullSeconds(int number, long bytes) {
        return pulls.seconds(number, bytes);
    }

    @Override
    public void ready(int number, long sinceNanos) {
        counts.started(kernel.nowNanos() - sinceNanos);
        for (int slot : takeAll(number)) {
            if (life.isReady(number)) {
                requestLife.enter(slot);
            } else { // evicted again, as those before it fitted nowhere
                keeps(slot);
            }
        }
    }

    @Override
    public void memoryChanged() {
        counts.resident(life.residentFraction());
    }

    @Override
    public void evicted(int number) {
        counts.evicted();
    }

    @Override
    public void parked(int number) {
        if (cuts.isCutOff(number)) {
            onCut();
        }
    }

    /** Who can be started has changed: those who cannot take no requests. */
    private void onCut() {
        boolean isReopened = false;
        for (int number = 0; number < isShut.length; number++) {
            boolean shut = !life.canStart(number);
            if (shut && !isShut[number]) {
                placement.openings().close(table.replicaOf(number));
            } else if (!shut && isShut[number]) {
                placement.openings().reopen(table.replicaOf(number));
                isReopened = true;
            }
            isShut[number] = shut;
        }
        placement.refresh();
        if (isReopened) {
            requestLife.retryHeld();
        }
    }

    /** Checks the laws of the life of models, INV-L1 to INV-L3. */
    void audit() {
        life.audit();
        RequestTable requests = requestLife.requests();
        int[] there = new int[waiting.size()];
        for (int slot = 0; slot < requests.slots(); slot++) {
            if (requests.isUsed(slot) && requests.replica[slot] >= 0 && requests.isAtReplica(slot)) {
                int number = table.numberOf(requests.replica[slot]);
                if (number >= 0) {
                    there[number]++;
                }
            }
        }
        for (int number = 0; number < there.length; number++) {
            int replica = table.replicaOf(number);
            int door = waiting.get(number).size();
            int served = serving.waitingRequests(replica) + serving.runningSequences(replica);
            boolean isRight = life.isReady(number) ? door == 0 : served == 0;
            if (!isRight || there[number] != door + served || life.inService(number) != served) {
                throw new InvariantViolation(
                        "INV-L3",
                        kernel.nowNanos(),
                        "replica %d is %s; of %d requests there, %d are at its door, %d are served, and it counts %d"
                                .formatted(
                                        replica,
                                        life.state(number),
                                        there[number],
                                        door,
                                        served,
                                        life.inService(number)));
            }
        }
    }
}
