package org.tafsim.engine;

import java.util.List;
import java.util.OptionalLong;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.InvariantViolation;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.App;
import org.tafsim.model.Scenario;
import org.tafsim.network.DeliveryListener;
import org.tafsim.network.Network;
import org.tafsim.serving.ServingListener;
import org.tafsim.serving.ServingSystem;
import org.tafsim.sovereignty.DataLedger;
import org.tafsim.workload.RequestSource;

/** A request's way through the house: arrival, route, uplink, batch, first token, last token, downlink, outcome. */
final class RequestLife implements ServingListener, DeliveryListener, Placer.Carrier {

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
    private final Downstream downstream;
    private final int timeout;
    private long arrived;
    private long ended;
    private long unmeasuredBytes;

    /**
     * What a request is handed on to. It needs the life it reports back to, so it is built from it.
     *
     * @param network carries it
     * @param serving answers it
     * @param router chooses its replica
     * @param placer asks the law before
     */
    record Downstream(Network network, ServingSystem serving, Router router, Placer placer) {}

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
            DownstreamFactory factory) {
        this.kernel = kernel;
        this.apps = scenario.apps();
        sites = scenario.sites().size();
        this.placement = placement;
        this.data = data;
        this.recorder = recorder;
        this.window = window;
        this.downstream = factory.build(this);
        timeout = kernel.register(EventRank.CONTROL, (slot, unused) -> onTimeout(slot));
    }

    /** A request leaves its user. */
    void onArrival(int app, RequestSource source) {
        int slot = requests.allocate();
        requests.app[slot] = app;
        requests.population[slot] = source.populationIndex();
        requests.promptTokens[slot] = source.promptTokens();
        requests.outputTokens[slot] = source.outputTokens();
        requests.promptText[slot] = source.promptText();
        requests.sequence[slot] = source.sequence();
        requests.arrivalNanos[slot] = kernel.nowNanos();
        requests.measured[slot] = window.measures(kernel.nowNanos());
        arrived++;
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
        if (leg == Network.UPLINK) {
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
        sendDown(slot, false);
    }

    @Override
    public void onFinished(int slot) {
        requests.servedNanos[slot] = kernel.nowNanos();
        if (requests.outputTokens[slot] > 1) {
            sendDown(slot, true);
        }
    }

    @Override
    public void onLost(int slot) {
        downstream.router().ended(requests.replica[slot], false, false, 0);
        requests.forget(slot);
        if (requests.losses[slot] > MOST_FAILOVERS) {
            end(slot, Outcome.LOST);
        } else {
            downstream.placer().place(slot);
        }
    }

    @Override
    public void onCancelled(int slot) {
        end(slot, Outcome.EXPIRED);
    }

    /** A client gives up: its request ends now, or, where something of it is on the way or in a batch, when that is over. */
    private void onTimeout(int slot) {
        requests.expiredNanos[slot] = kernel.nowNanos();
        if (requests.replica[slot] < 0) {
            downstream.placer().withdraw(slot);
            end(slot, Outcome.EXPIRED);
        } else if (requests.servedNanos[slot] != RequestTable.NOT_YET) {
            end(slot, Outcome.EXPIRED);
        } else if (requests.reachedNanos[slot] != RequestTable.NOT_YET) {
            downstream.serving().cancel(requests.replica[slot], slot);
        } // else it ends when it reaches the replica
    }

    /** Ends whatever is still under way when the run ends. */
    void endUnfinished() {
        for (int slot = 0; slot < requests.slots(); slot++) {
            if (requests.isUsed(slot)) {
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

    /** Checks INV-1: what arrived has ended or is under way. */
    void audit() {
        if (arrived != ended + requests.inFlight()) {
            throw new InvariantViolation(
                    "INV-1",
                    kernel.nowNanos(),
                    "arrived %d, ended %d, under way %d".formatted(arrived, ended, requests.inFlight()));
        }
    }

    @Override
    public void send(int slot) {
        App.Payload payload = apps.get(requests.app[slot]).payload();
        long bytes = payload.requestBytes() + wholeBytes(payload.promptTokenBytes() * requests.promptTokens[slot]);
        int population = requests.population[slot];
        int site = placement.siteOf(requests.replica[slot]);
        countTransit(slot, site, bytes);
        downstream.network().sendUp(slot, population, site, bytes, drawKey(slot));
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
        if (!placement.openings().isRunning(requests.replica[slot])) {
            onLost(slot);
            return;
        }
        boolean fits = downstream
                .serving()
                .submit(
                        requests.replica[slot],
                        slot,
                        requests.promptTokens[slot],
                        requests.outputTokens[slot],
                        requests.promptText[slot],
                        apps.get(requests.app[slot]).requestTerms().priority());
        if (!fits) {
            end(slot, Outcome.REJECTED_TOO_LONG);
        }
    }

    /** Sends one token down; those between the first and the last are counted, not queued. */
    private void sendDown(int slot, boolean isLast) {
        int site = placement.siteOf(requests.replica[slot]);
        int population = requests.population[slot];
        double tokenBytes = apps.get(requests.app[slot]).payload().outputTokenBytes();
        int leg = 1 + 2 * requests.generation[slot] + (isLast ? 1 : 0);
        long between = 0;
        downstream.network().sendDown(slot, site, population, wholeBytes(tokenBytes), drawKey(slot), leg);
        if (isLast && requests.outputTokens[slot] > 2) {
            between = wholeBytes(tokenBytes * (requests.outputTokens[slot] - 2));
            downstream.network().countDown(site, population, between);
        }
        countTransit(slot, site, wholeBytes(tokenBytes) + between);
    }

    private void onFirstTokenSeen(int slot) {
        requests.firstTokenNanos[slot] = kernel.nowNanos();
        if (requests.outputTokens[slot] == 1) {
            end(slot, Outcome.COMPLETED);
        }
    }

    @Override
    public void end(int slot, Outcome outcome) {
        Outcome ending = endingOf(slot, outcome);
        int replica = requests.replica[slot];
        boolean isExpired = ending == Outcome.EXPIRED;
        boolean met =
                recorder.record(requests, slot, ending, isExpired ? requests.expiredNanos[slot] : kernel.nowNanos());
        if (replica >= 0) {
            long ttft = Math.max(0, requests.firstTokenNanos[slot] - requests.arrivalNanos[slot]);
            downstream.router().ended(replica, ending == Outcome.COMPLETED, met, ttft);
        }
        if (ending == Outcome.COMPLETED) {
            data.recordEnd(
                    requests.lawApp[slot],
                    requests.population[slot],
                    placement.siteOf(replica),
                    kernel.nowNanos(),
                    requests.promptTokens[slot],
                    requests.outputTokens[slot],
                    requests.measured[slot]);
        }
        if (isExpired) {
            requests.generation[slot]++; // what is on its way to the client finds nobody
        } else if (apps.get(requests.app[slot]).requestTerms().timeoutNanos().isPresent()) {
            kernel.cancel(requests.timeoutEvent[slot]);
        }
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

    private Outcome endingOf(int slot, Outcome outcome) {
        if (requests.isExpired(slot)) {
            return Outcome.EXPIRED;
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
