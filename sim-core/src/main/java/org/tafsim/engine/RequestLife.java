package org.tafsim.engine;

import java.util.List;
import org.tafsim.kernel.InvariantViolation;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.App;
import org.tafsim.model.PromptText;
import org.tafsim.model.Scenario;
import org.tafsim.network.DeliveryListener;
import org.tafsim.network.Network;
import org.tafsim.serving.ServingListener;
import org.tafsim.serving.ServingSystem;
import org.tafsim.sovereignty.DataLedger;
import org.tafsim.workload.RequestFacts;

/** A request's way through the house: arrival, route, uplink, batch, first token, last token, downlink, outcome. */
final class RequestLife implements ServingListener, DeliveryListener, Placer.Carrier {

    private final Kernel kernel;
    private final List<App> apps;
    private final Placement placement;
    private final OutcomeRecorder recorder;
    private final MeasuredWindow window;
    private final RequestTable requests = new RequestTable();
    private final PipelineTable pipelines;
    private final Sessions sessions;
    private final Downstream downstream;
    private final Traffic traffic;
    private final Stages stages;
    private final Failovers failovers;
    private final Parts parts;
    private final Timeouts timeouts;
    private final Hedges hedges;
    private final Relocations relocations;
    private long arrived;
    private long arrivedOfSessions;
    private long ended;

    /**
     * What a request is handed on to. It needs the life it reports back to, so it is built from it.
     *
     * @param network carries it
     * @param serving answers it
     * @param doors keep it until its replica is ready
     * @param router chooses its replica
     * @param placer asks the law before
     */
    record Downstream(Network network, ServingSystem serving, Doors doors, Router router, Placer placer) {}

    /** Builds {@link Downstream} around the life that listens to it. */
    @FunctionalInterface
    interface DownstreamFactory {
        Downstream build(RequestLife life);
    }

    RequestLife(
            Scenario scenario,
            Kernel kernel,
            Placement placement,
            DataLedger data,
            OutcomeRecorder recorder,
            MeasuredWindow window,
            PipelineTable pipelines,
            Sessions sessions,
            DownstreamFactory factory) {
        this.kernel = kernel;
        this.apps = scenario.apps();
        this.placement = placement;
        this.recorder = recorder;
        this.window = window;
        this.pipelines = pipelines;
        this.sessions = sessions;
        this.downstream = factory.build(this);
        traffic = new Traffic(kernel, scenario, placement, data, requests, pipelines, downstream.network());
        relocations = new Relocations(scenario, placement, sessions, downstream.network());
        parts = new Parts(kernel, requests, downstream);
        stages = new Stages(kernel, placement, data, requests, pipelines, downstream, traffic, parts);
        failovers = new Failovers(kernel, apps, requests, downstream.placer());
        timeouts = new Timeouts(kernel, apps, requests, this::onTimeout);
        hedges = new Hedges(kernel, apps, requests, downstream.placer(), failovers, parts, timeouts, traffic);
    }

    /** A request leaves its user; alone, or as one of a session. */
    void onArrival(int app, int session, RequestFacts request) {
        int slot = requests.allocate();
        requests.app[slot] = app;
        requests.session[slot] = session;
        requests.asked[slot] = app;
        requests.population[slot] = request.populationIndex();
        requests.promptTokens[slot] = request.promptTokens();
        requests.outputTokens[slot] = request.outputTokens();
        requests.promptText[slot] = request.promptText();
        requests.sequence[slot] = request.sequence();
        requests.arrivalNanos[slot] = kernel.nowNanos();
        requests.stageSinceNanos[slot] = kernel.nowNanos();
        requests.measured[slot] = window.measures(kernel.nowNanos());
        arrived++;
        failovers.arrived(app);
        arrivedOfSessions += session == Sessions.NONE ? 0 : 1;
        if (requests.measured[slot]) {
            window.opened();
        }
        timeouts.start(slot);
        hedges.arrived(slot);
        downstream.placer().place(slot);
    }

    @Override
    public void onDelivered(int slot, int leg) {
        if (Traffic.goesToReplica(leg)) {
            requests.segments.addUp(slot, downstream.network().deliveryTimes());
            if (!relocations.waits(slot)) {
                onReachedReplica(slot);
            }
        } else if (leg == Relocations.LEG) {
            if (relocations.cameFor(slot)) {
                onReachedReplica(slot);
            }
        } else if (!traffic.isCurrent(slot, leg)) {
            return; // from a replica that has stopped since
        } else if (requests.isExpired(slot)) {
            return; // nobody is there any more; it ends when its replica has let it go
        } else {
            requests.segments.setDown(slot, downstream.network().deliveryTimes());
            if (Traffic.isLast(leg)) {
                end(slot, Outcome.COMPLETED);
            } else {
                onFirstTokenSeen(slot);
            }
        }
    }

    @Override
    public void onUndeliverable(int slot, int leg) {
        if (requests.isExpired(slot)) {
            end(slot, Outcome.EXPIRED);
        } else {
            onLost(slot);
        }
    }

    @Override
    public void onAdmitted(int slot) {
        requests.admittedNanos[slot] = kernel.nowNanos();
        requests.cachedTokens[slot] = downstream.serving().cachedTokensOf(slot);
    }

    @Override
    public void onFirstToken(int slot) {
        if (stages.isAnswer(slot) || hedges.isCopy(slot)) {
            traffic.sendDown(slot, slot, false);
        }
    }

    @Override
    public void onHandOver(int slot) {
        stages.handOver(slot);
    }

    @Override
    public void onFinished(int slot) {
        requests.servedNanos[slot] = kernel.nowNanos();
        if (!hedges.finish(slot)) {
            stages.finish(slot);
        }
    }

    @Override
    public void onLost(int slot) {
        downstream.router().ended(requests, slot, false, false, 0);
        if (hedges.survives(slot)) {
            return;
        }
        parts.drop(slot);
        requests.forget(slot);
        if (requests.whole[slot] == RequestTable.ORPHAN || !failovers.take(slot)) {
            end(slot, Outcome.LOST);
        } else {
            failovers.placeAgain(slot);
        }
    }

    @Override
    public void onCancelled(int slot) {
        end(slot, Outcome.EXPIRED);
    }

    private void onTimeout(int slot) {
        if (!requests.isExpired(slot)) {
            abort(slot, Outcome.EXPIRED);
        }
    }

    /** A client gives up, or a part has failed: its request ends now, or, where it is on the way or in a batch, when that is over. */
    private void abort(int slot, Outcome fate) {
        requests.fate[slot] = fate;
        requests.expiredNanos[slot] = kernel.nowNanos();
        hedges.over(slot);
        if (requests.replica[slot] < 0) {
            downstream.placer().withdraw(slot);
            end(slot, Outcome.EXPIRED);
        } else if (requests.servedNanos[slot] != RequestTable.NOT_YET) {
            end(slot, Outcome.EXPIRED);
        } else if (requests.reachedNanos[slot] != RequestTable.NOT_YET) {
            downstream.doors().cancel(requests.replica[slot], slot);
        } // else it ends when it reaches the replica
    }

    /** Ends whatever is still under way when the run ends. */
    void endUnfinished() {
        parts.close();
        for (int slot = 0; slot < requests.slots(); slot++) {
            if (requests.isUsed(slot) && !requests.isPart(slot)) {
                end(slot, Outcome.UNFINISHED);
            }
        }
        audit();
    }

    /** The measured time is over; ends the run where every measured request has ended. */
    void onHorizon() {
        if (window.isEmpty()) {
            kernel.stop();
        }
    }

    ServingSystem serving() {
        return downstream.serving();
    }

    Traffic traffic() {
        return traffic;
    }

    Network network() {
        return downstream.network();
    }

    Relocations relocations() {
        return relocations;
    }

    Router router() {
        return downstream.router();
    }

    Placer placer() {
        return downstream.placer();
    }

    Refusals refusals() {
        return downstream.placer().refusals();
    }

    Failovers failovers() {
        return failovers;
    }

    HedgeCounts hedges() {
        return hedges.counts();
    }

    Doors doors() {
        return downstream.doors();
    }

    /** Checks INV-1, and INV-2: what arrived has ended or is under way, and of sessions as much as they sent. */
    void audit() {
        sessions.audit(arrivedOfSessions);
        int underWay = requests.inFlight() - parts.count();
        if (arrived != ended + underWay) {
            throw new InvariantViolation(
                    "INV-1",
                    kernel.nowNanos(),
                    "arrived %d, ended %d, under way %d".formatted(arrived, ended, underWay));
        }
    }

    @Override
    public void send(int slot) {
        relocations.onSent(requests, slot);
        traffic.sendToReplica(slot);
    }

    private void onReachedReplica(int slot) {
        if (requests.isExpired(slot)) {
            end(slot, Outcome.EXPIRED);
            return;
        }
        requests.reachedNanos[slot] = kernel.nowNanos();
        int replica = requests.replica[slot];
        if (!placement.openings().isRunning(replica) || !doors().canStart(replica)) {
            onLost(slot);
        } else if (!doors().keeps(slot)) {
            enter(slot);
        }
    }

    /** A request is given to its replica, which is ready. */
    void enter(int slot) {
        int replica = requests.replica[slot];
        doors().entered(replica);
        boolean fits = downstream
                .serving()
                .submit(
                        replica,
                        slot,
                        requests.promptTokens[slot],
                        requests.outputTokens[slot],
                        requests.stage[slot] == 0 ? requests.promptText[slot] : PromptText.UNKNOWN,
                        router().priority(
                                        requests,
                                        slot,
                                        apps.get(requests.app[slot])
                                                .requestTerms()
                                                .priority()),
                        pipelines.handOver(requests.app[slot], requests.stage[slot], requests.outputTokens[slot]),
                        relocations.broughtTokens(slot));
        if (!fits) {
            doors().left(replica);
            end(slot, Outcome.REJECTED_TOO_LONG);
        }
    }

    private void onFirstTokenSeen(int slot) {
        hedges.seen(slot);
        requests.firstTokenNanos[slot] = kernel.nowNanos();
        if (requests.outputTokens[slot] == 1 && requests.handedTokens[slot] == 0) {
            end(slot, Outcome.COMPLETED);
        }
    }

    @Override
    public void end(int slot, Outcome outcome) {
        if (requests.isPart(slot)) {
            endPart(slot, outcome);
            return;
        }
        Outcome ending = endingOf(slot, outcome);
        int replica = requests.replica[slot];
        boolean hasGivenUp = requests.isExpired(slot);
        if (ending == Outcome.COMPLETED) {
            stages.recordEnd(slot);
        }
        boolean met =
                recorder.record(requests, slot, ending, hasGivenUp ? requests.expiredNanos[slot] : kernel.nowNanos());
        if (replica >= 0) {
            long ttft = Math.max(0, requests.firstTokenNanos[slot] - requests.arrivalNanos[slot]);
            downstream.router().ended(requests, slot, ending == Outcome.COMPLETED, met, ttft);
        }
        letGo(slot, ending, hasGivenUp);
        sessions.onEnded(requests, slot, ending);
        boolean measured = requests.measured[slot];
        requests.free(slot);
        ended++;
        if (measured) {
            window.closed();
            if (window.isDone(kernel.nowNanos())) {
                kernel.stop();
            }
        }
    }

    /** Sees to it that nothing comes for a request any more that ends. */
    private void letGo(int slot, Outcome ending, boolean hasGivenUp) {
        parts.drop(slot);
        hedges.over(slot);
        if (hasGivenUp) {
            requests.generation[slot]++; // what is on its way to the client finds nobody
        }
        if (ending != Outcome.EXPIRED) {
            timeouts.stop(slot);
        }
    }

    /** A part that fails takes its request with it, a copy does not. */
    private void endPart(int part, Outcome outcome) {
        boolean isCopy = hedges.isCopy(part);
        int slot = parts.end(part);
        if (slot != RequestTable.ORPHAN && !isCopy && !requests.isExpired(slot)) {
            abort(slot, outcome);
        }
    }

    private Outcome endingOf(int slot, Outcome outcome) {
        if (requests.isExpired(slot)) {
            return requests.fate[slot];
        }
        boolean wasLost = requests.losses[slot] > 0 && requests.replica[slot] < 0;
        return wasLost && outcome != Outcome.UNFINISHED ? Outcome.LOST : outcome;
    }

    /** Measured or not, requests under way whose place no longer is lawful. */
    long unlawfulInFlight() {
        long count = 0;
        for (int slot = 0; slot < requests.slots(); slot++) {
            if (requests.isUsed(slot) && requests.replica[slot] >= 0) {
                int site = placement.siteOf(requests.replica[slot]);
                boolean lawful = placement
                        .rules()
                        .feasibleSites(requests.lawApp[slot], requests.population[slot])
                        .contains(site);
                count += lawful ? 0 : 1;
            }
        }
        return count;
    }

    /** What is open or lawful has changed: tries again for requests that are held. */
    void retryHeld() {
        downstream.placer().retryHeld();
    }

    RequestTable requests() {
        return requests;
    }
}
