package org.tafsim.engine;

import java.util.Arrays;
import java.util.List;
import org.tafsim.model.App;
import org.tafsim.model.Relocation;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServedReplica;
import org.tafsim.model.SessionSpec;
import org.tafsim.network.Network;

/** KV caches of sessions that follow their requests to another site, and the requests that wait there for them. */
final class Relocations {

    /** The leg of a KV cache. */
    static final int LEG = -3;

    private enum State {
        NONE,
        /** The cache is on its way. */
        COMING,
        /** So it is, and the request waits for it. */
        AWAITED
    }

    private final List<App> apps;
    private final List<ServedReplica> replicas;
    private final Placement placement;
    private final Sessions sessions;
    private final Network network;
    private State[] states = new State[0];
    private int[] broughtTokens = new int[0];
    private long moves;
    private long movedBytes;

    Relocations(Scenario scenario, Placement placement, Sessions sessions, Network network) {
        apps = scenario.apps();
        replicas = scenario.replicas();
        this.placement = placement;
        this.sessions = sessions;
        this.network = network;
    }

    /** A request is sent to its replica; the KV cache of its session follows where it is to, and is elsewhere. */
    void onSent(RequestTable requests, int slot) {
        int session = requests.session[slot];
        if (slot < states.length) {
            states[slot] = State.NONE;
            broughtTokens[slot] = 0;
        }
        if (session == Sessions.NONE) {
            return;
        }
        grow(slot);
        int from = sessions.replicaOf(session);
        int to = requests.replica[slot];
        if (from < 0 || placement.siteOf(from) == placement.siteOf(to)) {
            return;
        }
        moves++;
        if (follows(requests.app[slot]) && isOfUse(from, to)) {
            ReplicaSpec there = (ReplicaSpec) replicas.get(to);
            int tokens = sessions.contextOf(session);
            double perToken = there.model().kvBytesPerToken(there.precision().kvBytes());
            long bytes = (long) Math.ceil(perToken * tokens);
            states[slot] = State.COMING;
            broughtTokens[slot] = tokens;
            movedBytes += bytes;
            network.sendBetween(slot, placement.siteOf(from), placement.siteOf(to), bytes, LEG);
        }
    }

    private boolean follows(int app) {
        return apps.get(app)
                .requestTerms()
                .session()
                .map(SessionSpec::relocation)
                .filter(relocation -> relocation == Relocation.MOVE_KV)
                .isPresent();
    }

    /** Whether the old replica still has something, and the new one could read it. */
    private boolean isOfUse(int from, int to) {
        return placement.openings().isRunning(from)
                && replicas.get(from) instanceof ReplicaSpec here
                && replicas.get(to) instanceof ReplicaSpec there
                && here.model().equals(there.model())
                && here.precision().equals(there.precision());
    }

    /** A request has come to its replica; whether it waits for its KV cache, and comes again with that. */
    boolean waits(int slot) {
        if (slot >= states.length || states[slot] != State.COMING) {
            return false;
        }
        states[slot] = State.AWAITED;
        return true;
    }

    /** A KV cache has come; whether its request has waited for it. */
    boolean cameFor(int slot) {
        boolean isAwaited = states[slot] == State.AWAITED;
        states[slot] = State.NONE;
        return isAwaited;
    }

    /** Tokens of a request that enters its replica whose KV cache has come with it. */
    int broughtTokens(int slot) {
        return slot < broughtTokens.length ? broughtTokens[slot] : 0;
    }

    /** Requests of sessions sent to another site than the one before. */
    long moves() {
        return moves;
    }

    /** KV caches that followed (bytes). */
    long movedBytes() {
        return movedBytes;
    }

    private void grow(int slot) {
        if (slot >= states.length) {
            int before = states.length;
            states = Arrays.copyOf(states, Math.max(2 * before, slot + 1));
            Arrays.fill(states, before, states.length, State.NONE);
            broughtTokens = Arrays.copyOf(broughtTokens, states.length);
        }
    }
}
