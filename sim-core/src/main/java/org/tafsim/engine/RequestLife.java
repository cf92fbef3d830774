package org.tafsim.engine;

import java.util.List;
import java.util.OptionalLong;
import org.tafsim.kernel.EventRank;
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

    /** The leg of what a stage hands on to the next. */
    private static final int BETWEEN_SITES = -1;

    /** A request whose replica stopped is placed again so often. */
    private static final int MOST_FAILOVERS = 1;

    private final Kernel kernel;
    private final List<App> apps;
    private final int sites;
    private final Placement placement;
    private final DataLedger data;
    private final OutcomeRecorder recorder;
    private final MeasuredWindow window;
    private final RequestTable requests = new RequestTable();
    private final PipelineTable pipelines;
    private final Sessions sessions;
    private final Downstream downstream;
    private final int timeout;
    private long arrived;
    private long arrivedOfSessions;
    private long ended;
    private int parts;
    private boolean isOver;
    private long unmeasuredBytes;

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
        sites = scenario.sites().size();
        this.placement = placement;
        this.data = data;
        this.recorder = recorder;
        this.window = window;
        this.pipelines = pipelines;
        this.sessions = sessions;
        this.downstream = factory.build(this);
        timeout = kernel.register(EventRank.CONTROL, (slot, unused) -> onTimeout(slot));
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
        arrivedOfSessions += session == Sessions.NONE ? 0 : 1;
        if (requests.measured[slot]) {
            window.opened();
        }
        OptionalLong patience = apps.get(app).requestTerms().timeoutNanos();
        if (patience.isPresent()) {
            requests.timeoutEvent[slot] = kernel.schedule(kernel.nowNanos() + patience.getAsLong(), timeout, slot, 0);
        }
        downstream.placer().place(slot);
    }

    @Override
    public void onDelivered(int slot, int leg) {
        if (leg == Network.UPLINK || leg == BETWEEN_SITES) {
            onReachedReplica(slot);
        } else if ((leg - 1) / 2 != requests.generation[slot]) {
            return; // from a replica that has stopped since
        } else if (requests.isExpired(slot)) {
            return; // nobody is there any more; it ends when its replica has let it go
        } else if ((leg - 1) % 2 == 0) {
            onFirstTokenSeen(slot);
        } else {
            end(slot, Outcome.COMPLETED);
        }
    }

    @Override
    public void onAdmitted(int slot) {
        requests.admittedNanos[slot] = kernel.nowNanos();
        requests.cachedTokens[slot] = downstream.serving().cachedTokensOf(slot);
    }

    @Override
    public void onFirstToken(int slot) {
        boolean isAnswer = !requests.isPart(slot) && !pipelines.isFollowed(requests.app[slot], requests.stage[slot]);
        if (isAnswer && requests.handedTokens[slot] == 0) {
            sendDown(slot, slot, false);
        }
    }

    @Override
    public void onHandOver(int slot) {
        countStage(slot);
        int tokens = pipelines.handOver(requests.app[slot], requests.stage[slot], requests.outputTokens[slot]);
        requests.handedTokens[slot] = tokens;
        int part = requests.allocatePart(slot);
        parts++;
        requests.stageSinceNanos[part] = kernel.nowNanos();
        pipelines.enter(requests, part, requests.stage[slot] + 1, tokens);
        downstream.placer().place(part);
    }

    @Override
    public void onFinished(int slot) {
        requests.servedNanos[slot] = kernel.nowNanos();
        if (requests.handedTokens[slot] == 0) {
            countStage(slot);
        }
        if (requests.isPart(slot)) {
            onPartFinished(slot);
        } else if (pipelines.isFollowed(requests.app[slot], requests.stage[slot])) {
            goOn(slot);
        } else if (requests.ahead[slot] < 0 && (requests.outputTokens[slot] > 1 || requests.handedTokens[slot] > 0)) {
            sendDown(slot, slot, true);
        } // else it was sent with the first token, or goes down behind the part that runs ahead
    }

    private void countStage(int slot) {
        if (pipelines.goesOn(requests.app[slot]) && requests.measured[slot]) {
            long nanos = kernel.nowNanos() - requests.stageSinceNanos[slot];
            pipelines.record(requests.app[slot], requests.stage[slot], nanos);
        }
    }

    /** A stage is over: the request is placed anew, for the next. */
    private void goOn(int slot) {
        leaveStage(slot);
        requests.endStage(slot);
        requests.stageSinceNanos[slot] = kernel.nowNanos();
        int output = requests.outputTokens[slot] - requests.handedTokens[slot];
        pipelines.enter(requests, slot, requests.stage[slot] + 1, output);
        downstream.placer().place(slot);
    }

    /** What a finished stage leaves behind, at its site and in the books. */
    private void leaveStage(int slot) {
        int replica = requests.replica[slot];
        int site = placement.siteOf(replica);
        long nanos = kernel.nowNanos() - requests.stageSinceNanos[slot];
        downstream.router().ended(replica, true, pipelines.keepsBudget(requests, slot, nanos), nanos);
        recordData(slot, site);
        pipelines.countTokens(requests, slot);
        requests.inputSite[slot] = site;
    }

    private void onPartFinished(int part) {
        int slot = requests.whole[part];
        if (slot == RequestTable.ORPHAN) {
            freePart(part);
            return;
        }
        leaveStage(part);
        sendDown(slot, part, false);
        requests.ahead[slot] = -1;
        if (requests.servedNanos[slot] != RequestTable.NOT_YET) {
            sendDown(slot, slot, true);
        }
        requests.replica[part] = -1; // its replica has been told
        freePart(part);
    }

    private void freePart(int part) {
        if (requests.replica[part] >= 0) {
            downstream.router().ended(requests.replica[part], false, false, 0);
        }
        requests.free(part);
        parts--;
    }

    /** Nobody waits for a part any more. */
    private void orphan(int part) {
        requests.whole[part] = RequestTable.ORPHAN;
        requests.expiredNanos[part] = kernel.nowNanos();
        if (requests.replica[part] < 0) {
            downstream.placer().withdraw(part);
            freePart(part);
        } else if (requests.reachedNanos[part] != RequestTable.NOT_YET) {
            downstream.doors().cancel(requests.replica[part], part);
        } // else it ends when it reaches the replica
    }

    @Override
    public void onLost(int slot) {
        downstream.router().ended(requests.replica[slot], false, false, 0);
        if (requests.ahead[slot] >= 0) {
            orphan(requests.ahead[slot]);
            requests.ahead[slot] = -1;
        }
        requests.forget(slot);
        if (requests.losses[slot] > MOST_FAILOVERS || requests.whole[slot] == RequestTable.ORPHAN) {
            end(slot, Outcome.LOST);
        } else {
            requests.stageSinceNanos[slot] = kernel.nowNanos();
            downstream.placer().place(slot);
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
        isOver = true;
        for (int slot = 0; slot < requests.slots(); slot++) {
            if (requests.isUsed(slot) && !requests.isPart(slot)) {
                end(slot, Outcome.UNFINISHED);
            }
        }
        audit();
    }

    /** The measured time is over; ends the run where every measured request has ended. */
    void onHorizon() {
        if (window.isDone(kernel.nowNanos())) {
            kernel.stop();
        }
    }

    ServingSystem serving() {
        return downstream.serving();
    }

    Doors doors() {
        return downstream.doors();
    }

    /** Checks INV-1, and INV-2: what arrived has ended or is under way, and of sessions as much as they sent. */
    void audit() {
        sessions.audit(arrivedOfSessions);
        int underWay = requests.inFlight() - parts;
        if (arrived != ended + underWay) {
            throw new InvariantViolation(
                    "INV-1",
                    kernel.nowNanos(),
                    "arrived %d, ended %d, under way %d".formatted(arrived, ended, underWay));
        }
    }

    @Override
    public void send(int slot) {
        if (requests.inputSite[slot] >= 0) {
            sendBetween(slot);
            return;
        }
        App.Payload payload = apps.get(requests.app[slot]).payload();
        long bytes = payload.requestBytes() + wholeBytes(payload.promptTokenBytes() * requests.promptTokens[slot]);
        int population = requests.population[slot];
        int site = placement.siteOf(requests.replica[slot]);
        countTransit(slot, site, bytes);
        downstream.network().sendUp(slot, population, site, bytes, drawKey(slot));
    }

    private void sendBetween(int slot) {
        long bytes = pipelines.bytesTo(requests.app[slot], requests.stage[slot], requests.promptTokens[slot]);
        int site = placement.siteOf(requests.replica[slot]);
        downstream.network().sendBetween(slot, requests.inputSite[slot], site, bytes, BETWEEN_SITES);
    }

    private void countTransit(int slot, int site, long bytes) {
        if (requests.measured[slot]) {
            data.recordTransit(requests.lawApp[slot], requests.population[slot], site, kernel.nowNanos(), bytes);
        } else {
            unmeasuredBytes += bytes;
        }
    }

    /** Checks INV-D1: every byte of the books went through the connection of a site, or is under way to one, and no other did but for what sites send each other. */
    void auditBytes() {
        Network network = downstream.network();
        long booked = data.transitBytes() + unmeasuredBytes;
        long carried = network.bytesOnTheWayUp() - network.bytesBetweenSites();
        for (int site = 0; site < sites; site++) {
            carried += network.bytesCarried(network.siteInLink(site)) + network.bytesCarried(network.siteOutLink(site));
        }
        if (booked != carried) {
            throw new InvariantViolation(
                    "INV-D1", kernel.nowNanos(), "in the books %d bytes, carried %d".formatted(booked, carried));
        }
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
                        apps.get(requests.app[slot]).requestTerms().priority(),
                        pipelines.handOver(requests.app[slot], requests.stage[slot], requests.outputTokens[slot]));
        if (!fits) {
            doors().left(replica);
            end(slot, Outcome.REJECTED_TOO_LONG);
        }
    }

    /**
     * Sends one token down, or all that a batch has answered; tokens between the first and the last are counted, not queued.
     *
     * @param slot of the request whose connection it goes down by
     * @param from the same, or the part of it that has the answer
     */
    private void sendDown(int slot, int from, boolean isLast) {
        int site = placement.siteOf(requests.replica[from]);
        int population = requests.population[slot];
        double tokenBytes = apps.get(requests.app[slot]).payload().outputTokenBytes();
        int units = pipelines.answersEveryUnit(requests.app[slot]) ? requests.promptTokens[from] : 1;
        int leg = 1 + 2 * requests.generation[slot] + (isLast ? 1 : 0);
        long sent = wholeBytes(tokenBytes * units);
        long between = 0;
        downstream.network().sendDown(slot, site, population, sent, drawKey(slot), leg);
        if (isLast && requests.outputTokens[slot] > 2) {
            between = wholeBytes(tokenBytes * (requests.outputTokens[slot] - 2));
            downstream.network().countDown(site, population, between);
        }
        countTransit(from, site, sent + between);
    }

    private void onFirstTokenSeen(int slot) {
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
            recordData(slot, placement.siteOf(replica));
            pipelines.countTokens(requests, slot);
        }
        boolean met =
                recorder.record(requests, slot, ending, hasGivenUp ? requests.expiredNanos[slot] : kernel.nowNanos());
        if (replica >= 0) {
            long ttft = Math.max(0, requests.firstTokenNanos[slot] - requests.arrivalNanos[slot]);
            downstream.router().ended(replica, ending == Outcome.COMPLETED, met, ttft);
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
        if (requests.ahead[slot] >= 0) {
            int part = requests.ahead[slot];
            requests.ahead[slot] = -1;
            orphanOrFree(part);
        }
        if (hasGivenUp) {
            requests.generation[slot]++; // what is on its way to the client finds nobody
        }
        if (ending != Outcome.EXPIRED
                && apps.get(requests.app[slot]).requestTerms().timeoutNanos().isPresent()) {
            kernel.cancel(requests.timeoutEvent[slot]);
        }
    }

    private void orphanOrFree(int part) {
        if (isOver) {
            freePart(part);
        } else {
            orphan(part);
        }
    }

    /** A part that fails takes its request with it. */
    private void endPart(int part, Outcome outcome) {
        int slot = requests.whole[part];
        freePart(part);
        if (slot != RequestTable.ORPHAN) {
            requests.ahead[slot] = -1;
            if (!requests.isExpired(slot)) {
                abort(slot, outcome);
            }
        }
    }

    private void recordData(int slot, int site) {
        data.recordEnd(
                requests.lawApp[slot],
                requests.population[slot],
                site,
                kernel.nowNanos(),
                requests.promptTokens[slot],
                requests.outputTokens[slot],
                requests.measured[slot]);
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

    /** Key of a request's draws: its number within its app, and the app; survives any order of events. */
    private long drawKey(int slot) {
        return ((long) requests.app[slot] << 40) | requests.sequence[slot];
    }

    private static long wholeBytes(double bytes) {
        return Math.max(1, (long) Math.ceil(bytes));
    }
}
