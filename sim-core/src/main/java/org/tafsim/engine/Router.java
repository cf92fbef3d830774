package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.Relocation;
import org.tafsim.model.Scenario;
import org.tafsim.network.Network;
import org.tafsim.policy.AdmissionPolicy;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.WindowView;

/** Chooses replicas: keeps sessions where they are to be kept, and asks the policies about all others. Counts who is where. */
final class Router {

    private static final int NOT_PINNED = -2;

    private final Sessions sessions;
    private final Contracts contracts;
    private final PolicyStack policies;
    private final PolicyViews views;
    private final int[] inFlight;
    private final long[] sent;
    private IntConsumer onIdle = replica -> {};

    /** By application. */
    private final boolean[] keepsReplica;

    Router(
            Kernel kernel,
            Scenario scenario,
            Placement placement,
            Contracts contracts,
            Network network,
            LoadBoard loads,
            Doors doors,
            Sessions sessions,
            TariffClock tariffs,
            PolicyStack policies) {
        this.contracts = contracts;
        this.sessions = sessions;
        this.policies = policies;
        inFlight = new int[scenario.replicas().size()];
        sent = new long[inFlight.length];
        keepsReplica = new boolean[scenario.apps().size()];
        for (int app = 0; app < keepsReplica.length; app++) {
            keepsReplica[app] = scenario.apps().get(app).requestTerms().session().stream()
                    .anyMatch(session -> session.relocation() == Relocation.KEEP);
        }
        views = new PolicyViews(
                kernel, scenario, placement, contracts, sessions, network, loads, doors, tariffs, inFlight);
    }

    /**
     * Asks whether a request is let in. Copies and parts of requests are, and those of sessions that are kept where they are.
     *
     * @return {@link AdmissionPolicy#ADMIT}, a {@link RoutingPolicy#refusal} by {@link #refusalReasons}, or the time until it is to be asked
     *     again (ms)
     */
    int admit(RequestTable requests, int slot, int lawApp, int[] replicas) {
        if (!policies.admits() || requests.isPart(slot) || pinned(requests, slot, replicas) != NOT_PINNED) {
            return AdmissionPolicy.ADMIT;
        }
        views.turnTo(requests, slot, lawApp, replicas);
        return policies.admit(views.request, views.candidates);
    }

    /**
     * Chooses a replica.
     *
     * @param requests holds the request
     * @param slot of the request
     * @param lawApp number by which the law knows the application, or the variant the request has become
     * @param replicas that may serve it, at least one
     * @return its scenario index, or a {@link RoutingPolicy#refusal} by {@link #refusalReasons}
     * @throws PolicyException when a policy fails or answers with something that is not a candidate
     */
    int route(RequestTable requests, int slot, int lawApp, int[] replicas) {
        views.turnTo(requests, slot, lawApp, replicas);
        int choice = pinned(requests, slot, replicas);
        if (choice == NOT_PINNED) {
            choice = policies.route(views.request, views.candidates);
        }
        if (choice < 0) {
            return choice;
        }
        sent(replicas[choice]);
        return replicas[choice];
    }

    /** Whether the policy decides about whole windows. */
    boolean isBatch() {
        return policies.isBatch();
    }

    /**
     * Chooses replicas for the requests of a window.
     *
     * @param replicas that may serve each
     * @return of each the replica's scenario index, or a {@link RoutingPolicy#refusal}; those that were not refused are yet to be {@link #sent}
     */
    int[] routeAll(RequestTable requests, List<Integer> slots, List<int[]> replicas) {
        int[] answers = new int[slots.size()];
        List<Integer> asked = new ArrayList<>();
        for (int i = 0; i < answers.length; i++) {
            int slot = slots.get(i);
            views.turnTo(requests, slot, requests.asked[slot], replicas.get(i));
            int choice = pinned(requests, slot, replicas.get(i));
            if (choice == NOT_PINNED) {
                asked.add(i);
            } else {
                answers[i] = replicas.get(i)[choice];
            }
        }
        int[] choices = policies.routeAll(new Window(requests, slots, replicas, asked));
        for (int k = 0; k < choices.length; k++) {
            int i = asked.get(k);
            answers[i] = choices[k] < 0 ? choices[k] : replicas.get(i)[choices[k]];
        }
        return answers;
    }

    /** A request goes to a replica. */
    void sent(int replica) {
        inFlight[replica]++;
        sent[replica]++;
    }

    /** Requests sent to a replica since the run began. */
    long sentTo(int replica) {
        return sent[replica];
    }

    /** Whether no request is at a replica, or on the way to or from it. */
    boolean isIdle(int replica) {
        return inFlight[replica] == 0;
    }

    /** Requests at a replica, or on the way to or from it. */
    int inFlight(int replica) {
        return inFlight[replica];
    }

    /** Has somebody told whenever a replica becomes idle. */
    void tellIdle(IntConsumer listener) {
        onIdle = listener;
    }

    /** Place of a request in the line of a replica that it has reached. */
    int priority(RequestTable requests, int slot, int usual) {
        if (!policies.ordersRequests()) {
            return usual;
        }
        views.request.turnTo(requests, slot, requests.lawApp[slot]);
        return policies.priority(views.request, requests.replica[slot]);
    }

    /** A routed request leaves its replica: its contract has room again, and the policies are told how it ended. */
    void ended(RequestTable requests, int slot, boolean completed, boolean metSlo, long ttftNanos) {
        int replica = requests.replica[slot];
        contracts.release(requests, slot, completed);
        inFlight[replica]--;
        views.outcome.turnTo(requests, slot, completed, metSlo, ttftNanos);
        policies.onOutcome(views.outcome);
        if (inFlight[replica] == 0) {
            onIdle.accept(replica);
        }
    }

    /** Why policies may refuse, in the order of their refusals. */
    List<String> refusalReasons() {
        return policies.refusalReasons();
    }

    /** The replica of the session's request before, among these, where its application keeps to that. */
    private int pinned(RequestTable requests, int slot, int[] replicas) {
        int before = sessions.replicaOf(requests.session[slot]);
        if (before >= 0 && keepsReplica[requests.app[slot]]) {
            for (int candidate = 0; candidate < replicas.length; candidate++) {
                if (replicas[candidate] == before) {
                    return candidate;
                }
            }
        }
        return NOT_PINNED;
    }

    /** The requests of a window that are to be routed, by place. */
    private final class Window implements WindowView {
        private final RequestTable requests;
        private final List<Integer> slots;
        private final List<int[]> replicas;
        private final List<Integer> asked;

        private Window(RequestTable requests, List<Integer> slots, List<int[]> replicas, List<Integer> asked) {
            this.requests = requests;
            this.slots = slots;
            this.replicas = replicas;
            this.asked = asked;
        }

        @Override
        public int size() {
            return asked.size();
        }

        @Override
        public RequestView request(int place) {
            int i = asked.get(place);
            int slot = slots.get(i);
            views.turnTo(requests, slot, requests.asked[slot], replicas.get(i));
            return views.request;
        }

        @Override
        public CandidatesView candidates() {
            return views.candidates;
        }
    }
}
