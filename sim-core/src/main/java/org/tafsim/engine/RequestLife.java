package org.tafsim.engine;

import java.util.List;
import org.tafsim.kernel.InvariantViolation;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.App;
import org.tafsim.model.Scenario;
import org.tafsim.network.DeliveryListener;
import org.tafsim.network.Network;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.serving.ServingListener;
import org.tafsim.serving.ServingSystem;
import org.tafsim.sovereignty.RuleBook;
import org.tafsim.sovereignty.ViolationLedger;
import org.tafsim.workload.RequestSource;

/**
 * A request's way through the house: arrival, route, uplink, batch, first token, last token, downlink, outcome.
 * */
final class RequestLife implements ServingListener, DeliveryListener {

    private static final int FIRST_TOKEN = 1;
    private static final int LAST_TOKEN = 2;

    private final Kernel kernel;
    private final List<App> apps;
    private final PlacementIndex placement;
    private final RuleBook rules;
    private final ViolationLedger ledger;
    private final OutcomeRecorder recorder;
    private final MeasuredWindow window;
    private final RequestTable requests = new RequestTable();
    private final Downstream downstream;
    private long arrived;
    private long ended;

    /**
     * What a request is handed on to. It needs the life it reports back to, so it is built from it.
     *
     * @param network carries it
     * @param serving answers it
     * @param router chooses its replica
     */
    record Downstream(Network network, ServingSystem serving, Router router) {}

    /** Builds {@link Downstream} around the life that listens to it. */
    @FunctionalInterface
    interface DownstreamFactory {
        Downstream build(RequestLife life);
    }

    RequestLife(
            Scenario scenario,
            Kernel kernel,
            PlacementIndex placement,
            RuleBook rules,
            ViolationLedger ledger,
            OutcomeRecorder recorder,
            MeasuredWindow window,
            DownstreamFactory factory) {
        this.kernel = kernel;
        this.apps = scenario.apps();
        this.placement = placement;
        this.rules = rules;
        this.ledger = ledger;
        this.recorder = recorder;
        this.window = window;
        this.downstream = factory.build(this);
    }

    /** A request leaves its user. */
    void onArrival(int app, RequestSource source) {
        int slot = requests.allocate();
        requests.app[slot] = app;
        requests.population[slot] = source.populationIndex();
        requests.promptTokens[slot] = source.promptTokens();
        requests.outputTokens[slot] = source.outputTokens();
        requests.sequence[slot] = source.sequence();
        requests.arrivalNanos[slot] = kernel.nowNanos();
        requests.measured[slot] = window.measures(kernel.nowNanos());
        arrived++;
        if (requests.measured[slot]) {
            window.opened();
        }
        route(slot);
    }

    @Override
    public void onDelivered(int slot, int leg) {
        switch (leg) {
            case Network.UPLINK -> onReachedReplica(slot);
            case FIRST_TOKEN -> onFirstTokenSeen(slot);
            default -> end(slot, Outcome.COMPLETED);
        }
    }

    @Override
    public void onAdmitted(int slot) {
        requests.admittedNanos[slot] = kernel.nowNanos();
    }

    @Override
    public void onFirstToken(int slot) {
        sendDown(slot, FIRST_TOKEN);
    }

    @Override
    public void onFinished(int slot) {
        requests.servedNanos[slot] = kernel.nowNanos();
        if (requests.outputTokens[slot] > 1) {
            sendDown(slot, LAST_TOKEN);
        }
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

    /** Requests under way. */
    int inFlight() {
        return requests.inFlight();
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

    private void route(int slot) {
        int app = requests.app[slot];
        int population = requests.population[slot];
        int choice = downstream.router().route(app, population, requests.promptTokens[slot]);
        if (choice == Router.NO_LAWFUL_PLACE) {
            end(slot, Outcome.REJECTED_NO_LAWFUL_PLACE);
        } else if (choice == RoutingPolicy.REFUSE) {
            end(slot, Outcome.REJECTED_BY_POLICY);
        } else {
            requests.replica[slot] = choice;
            if (requests.measured[slot]) {
                ledger.recordPlacement(app, population, placement.siteOf(choice));
            }
            App.Payload payload = apps.get(app).payload();
            long bytes = payload.requestBytes() + wholeBytes(payload.promptTokenBytes() * requests.promptTokens[slot]);
            downstream.network().sendUp(slot, population, placement.siteOf(choice), bytes, drawKey(slot));
        }
    }

    private void onReachedReplica(int slot) {
        requests.reachedNanos[slot] = kernel.nowNanos();
        boolean fits = downstream
                .serving()
                .submit(requests.replica[slot], slot, requests.promptTokens[slot], requests.outputTokens[slot]);
        if (!fits) {
            end(slot, Outcome.REJECTED_TOO_LONG);
        }
    }

    /** Sends one token down; those between the first and the last are counted, not queued. */
    private void sendDown(int slot, int leg) {
        int site = placement.siteOf(requests.replica[slot]);
        int population = requests.population[slot];
        double tokenBytes = apps.get(requests.app[slot]).payload().outputTokenBytes();
        downstream.network().sendDown(slot, site, population, wholeBytes(tokenBytes), drawKey(slot), leg);
        if (leg == LAST_TOKEN && requests.outputTokens[slot] > 2) {
            downstream
                    .network()
                    .countDown(site, population, wholeBytes(tokenBytes * (requests.outputTokens[slot] - 2)));
        }
    }

    private void onFirstTokenSeen(int slot) {
        requests.firstTokenNanos[slot] = kernel.nowNanos();
        if (requests.outputTokens[slot] == 1) {
            end(slot, Outcome.COMPLETED);
        }
    }

    private void end(int slot, Outcome outcome) {
        int replica = requests.replica[slot];
        boolean met = recorder.record(requests, slot, outcome, brokenRules(slot), kernel.nowNanos());
        if (replica >= 0) {
            long ttft = Math.max(0, requests.firstTokenNanos[slot] - requests.arrivalNanos[slot]);
            downstream.router().ended(replica, outcome == Outcome.COMPLETED, met, ttft);
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

    private int brokenRules(int slot) {
        int replica = requests.replica[slot];
        return replica < 0
                ? 0
                : rules.brokenRules(requests.app[slot], requests.population[slot], placement.siteOf(replica));
    }

    /** Key of a request's draws: its number within its app, and the app; survives any order of events. */
    private long drawKey(int slot) {
        return ((long) requests.app[slot] << 40) | requests.sequence[slot];
    }

    private static long wholeBytes(double bytes) {
        return Math.max(1, (long) Math.ceil(bytes));
    }
}
