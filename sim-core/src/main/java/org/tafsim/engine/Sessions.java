package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.engine.SessionStatistics.Ending;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.InvariantViolation;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.PromptText;
import org.tafsim.model.Scenario;
import org.tafsim.workload.RequestFacts;
import org.tafsim.workload.SessionDraws;

/**
 * Conversations: sends their first requests when they arrive, and each further one some time after the answer before. A session ends
 * after its last turn, before a request that would be too long, or with a request that fails.
 */
final class Sessions {

    /** In place of a session, of requests that stand alone. */
    static final int NONE = -1;

    private static final int NUMBER_BITS = 40;

    private final Kernel kernel;
    private final List<Optional<AppSessions>> apps;
    private final SessionTable table = new SessionTable();
    private final Turn turn = new Turn();
    private final int next;
    private Sender sender = (app, session, request) -> {
        throw new IllegalStateException("Nobody takes the requests of sessions.");
    };
    private AppSessions.Room room = (replica, prompt, output) -> true;
    private long begun;
    private long over;
    private long sent;

    /** Takes requests as their users send them. */
    @FunctionalInterface
    interface Sender {
        void send(int app, int session, RequestFacts request);
    }

    Sessions(Kernel kernel, Scenario scenario, RandomStreams streams) {
        this.kernel = kernel;
        apps = scenario.apps().stream()
                .map(app -> AppSessions.of(scenario, app, streams))
                .toList();
        next = kernel.register(EventRank.ARRIVAL, (session, unused) -> onPauseOver(session));
    }

    /** Says who takes the requests, and who knows how long these can be. */
    void connect(Sender to, AppSessions.Room replicas) {
        sender = to;
        room = replicas;
    }

    /** Whether what arrives of an application are sessions. */
    boolean areOf(int app) {
        return apps.get(app).isPresent();
    }

    /** A session begins, with this as its first turn. */
    void begin(int app, RequestFacts first) {
        AppSessions of = apps.get(app).orElseThrow();
        int session = table.allocate();
        long sequence = SessionDraws.sequence(first.sequence(), 0);
        table.app[session] = app;
        table.population[session] = first.populationIndex();
        table.number[session] = first.sequence();
        table.beginNanos[session] = kernel.nowNanos();
        table.turnsLeft[session] = of.draws.turns(sequence);
        table.callsLeft[session] = of.draws.calls(sequence);
        table.promptTokens[session] = Math.addExact(of.systemTokens, first.promptTokens());
        table.outputTokens[session] = first.outputTokens();
        begun++;
        of.statistics.begin(kernel.nowNanos());
        send(session);
    }

    private void onPauseOver(int session) {
        table.pausing[session] = false;
        send(session);
    }

    private void send(int session) {
        sent++;
        turn.session = session;
        sender.send(table.app[session], session, turn);
    }

    /** A request has ended; where it is one of a session, that goes on or ends. */
    void onEnded(RequestTable requests, int slot, Outcome outcome) {
        int session = requests.session[slot];
        if (session == NONE || outcome == Outcome.UNFINISHED) {
            return;
        }
        if (outcome == Outcome.COMPLETED) {
            table.replica[session] = requests.replica[slot];
            goOn(session, (long) requests.promptTokens[slot] + requests.outputTokens[slot]);
        } else {
            end(session, Ending.ABANDONED);
        }
    }

    /** @param history all that was said so far (tokens) */
    private void goOn(int session, long history) {
        AppSessions of = apps.get(table.app[session]).orElseThrow();
        boolean isCall = table.callsLeft[session] > 0;
        if (!isCall) {
            table.turnsDone[session]++;
            if (--table.turnsLeft[session] == 0) {
                end(session, Ending.COMPLETED);
                return;
            }
        }
        int request = ++table.request[session];
        long sequence = SessionDraws.sequence(table.number[session], request);
        long prompt = history + (isCall ? of.draws.resultTokens(sequence) : of.draws.promptTokens(sequence));
        int output = of.draws.outputTokens(sequence);
        if (request == SessionDraws.MOST_REQUESTS || !of.fits(room, prompt, output)) {
            end(session, Ending.CUT);
            return;
        }
        table.callsLeft[session] = isCall ? table.callsLeft[session] - 1 : of.draws.calls(sequence);
        table.promptTokens[session] = (int) prompt;
        table.outputTokens[session] = output;
        table.pausing[session] = true;
        long pause = isCall ? of.draws.callNanos(sequence) : of.draws.thinkNanos(sequence);
        kernel.schedule(kernel.nowNanos() + pause, next, session, 0);
    }

    private void end(int session, Ending ending) {
        apps.get(table.app[session])
                .orElseThrow()
                .statistics
                .end(ending, table.beginNanos[session], table.turnsDone[session], kernel.nowNanos());
        over++;
        table.free(session);
    }

    /** A number that no other session of the run has; -1 for none. */
    long numberOf(int session) {
        return session == NONE ? NONE : (long) table.app[session] << NUMBER_BITS | table.number[session];
    }

    /** Replica that served the session's last request; -1 where there is none. */
    int replicaOf(int session) {
        return session == NONE ? NONE : table.replica[session];
    }

    /** What is kept of an application's sessions; empty where it has none. */
    Optional<SessionStatistics> statistics(int app) {
        return apps.get(app).map(of -> of.statistics);
    }

    /** Checks INV-2: what began has ended or is under way, and what was sent has arrived. */
    void audit(long arrived) {
        if (begun != over + table.open() || sent != arrived) {
            throw new InvariantViolation(
                    "INV-2",
                    kernel.nowNanos(),
                    "sessions begun %d, ended %d, under way %d; requests sent %d, arrived %d"
                            .formatted(begun, over, table.open(), sent, arrived));
        }
    }

    /** Checks INV-2 anew from the tables: each session under way has one request under way, or pauses. */
    void auditTables(RequestTable requests) {
        List<Integer> sessions = new ArrayList<>();
        for (int slot = 0; slot < requests.slots(); slot++) {
            if (requests.isUsed(slot) && requests.session[slot] != NONE) {
                sessions.add(requests.session[slot]);
            }
        }
        long distinct = sessions.stream().distinct().count();
        int pausing = table.pausing();
        if (distinct != sessions.size() || table.open() != pausing + distinct) {
            throw new InvariantViolation(
                    "INV-2",
                    kernel.nowNanos(),
                    "%d sessions under way, of which %d pause; %d requests of %d sessions"
                            .formatted(table.open(), pausing, sessions.size(), distinct));
        }
    }

    /** The request that a session sends, seen from outside. */
    private final class Turn implements RequestFacts {

        private int session;

        @Override
        public long sequence() {
            return SessionDraws.sequence(table.number[session], table.request[session]);
        }

        @Override
        public int populationIndex() {
            return table.population[session];
        }

        @Override
        public int promptTokens() {
            return table.promptTokens[session];
        }

        @Override
        public int outputTokens() {
            return table.outputTokens[session];
        }

        /** The instructions, which all sessions of an application share, and then what was said, with the answer to come. */
        @Override
        public PromptText promptText() {
            int system = apps.get(table.app[session]).orElseThrow().systemTokens;
            int tokens = promptTokens();
            // Names of texts in traces begin with the hash of a file: these count down from the last.
            long said = Long.MAX_VALUE - ((long) table.app[session] << NUMBER_BITS | (table.number[session] + 1));
            return system == 0
                    ? new PromptText(new long[] {said}, new int[] {tokens}, true)
                    : new PromptText(
                            new long[] {Long.MAX_VALUE - ((long) table.app[session] << NUMBER_BITS), said},
                            new int[] {system, tokens},
                            true);
        }
    }
}
