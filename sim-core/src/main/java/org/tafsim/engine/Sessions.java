package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.engine.SessionStatistics.Ending;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.InvariantViolation;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.Scenario;
import org.tafsim.workload.RequestFacts;
import org.tafsim.workload.SessionCourse;

/**
 * Conversations: sends their first requests when they arrive, and each further one some time after the answer before. A session ends
 * after its last turn, before a request that would be too long, or with a request that fails.
 */
final class Sessions {

    /** In place of a session, of requests that stand alone. */
    static final int NONE = -1;

    private final Kernel kernel;
    private final List<Optional<AppSessions>> apps;
    private final SessionTable table = new SessionTable();
    private final Journeys journeys;
    private final long[] ended = new long[Ending.values().length];
    private final int next;
    private Sender sender = (app, session, request) -> {
        throw new IllegalStateException("Nobody takes the requests of sessions.");
    };
    private AppSessions.Room room = (replica, prompt, output) -> true;
    private long begun;
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
        journeys = new Journeys(scenario, streams.keyed(Journeys.STREAM));
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

    /** A session begins, with this as what its user says first. */
    void begin(int app, RequestFacts first) {
        AppSessions of = apps.get(app).orElseThrow();
        begun++;
        of.statistics.begin(kernel.nowNanos());
        int session = table.allocate(app, new SessionCourse(of.draws, app, first), kernel.nowNanos());
        journeys.begin(table, session, kernel.nowNanos());
        send(session);
    }

    private void onPauseOver(int session) {
        table.pausing[session] = false;
        send(session);
    }

    private void send(int session) {
        sent++;
        journeys.update(table, session, kernel.nowNanos());
        sender.send(table.app[session], session, table.course[session]);
    }

    /** A request has ended; where it is one of a session, that goes on or ends. */
    void onEnded(RequestTable requests, int slot, Outcome outcome) {
        int session = requests.session[slot];
        if (session == NONE || outcome == Outcome.UNFINISHED) {
            return;
        }
        if (outcome == Outcome.COMPLETED) {
            table.replica[session] = requests.replica[slot];
            table.contextTokens[session] = requests.promptTokens[slot] + requests.outputTokens[slot] - 1;
            if (requests.losses[slot] > 0) {
                statisticsOf(session).resume(kernel.nowNanos());
            }
            goOn(session);
        } else {
            if (outcome == Outcome.LOST) {
                statisticsOf(session).lose(kernel.nowNanos());
            }
            end(session, Ending.ABANDONED);
        }
    }

    private void goOn(int session) {
        SessionCourse course = table.course[session];
        if (!course.advance()) {
            end(session, Ending.COMPLETED);
        } else if (!apps.get(table.app[session]).orElseThrow().fits(room, course)) {
            end(session, Ending.CUT);
        } else {
            table.pausing[session] = true;
            kernel.schedule(kernel.nowNanos() + course.pauseNanos(), next, session, 0);
        }
    }

    private void end(int session, Ending ending) {
        statisticsOf(session)
                .end(ending, table.beginNanos[session], table.course[session].turnsDone(), kernel.nowNanos());
        ended[ending.column()]++;
        table.free(session);
    }

    private SessionStatistics statisticsOf(int session) {
        return apps.get(table.app[session]).orElseThrow().statistics;
    }

    /** A number that no other session of the run has; -1 for none. */
    long numberOf(int session) {
        return session == NONE ? NONE : table.course[session].number();
    }

    /** Replica that served the session's last request; -1 where there is none. */
    int replicaOf(int session) {
        return session == NONE ? NONE : table.replica[session];
    }

    /** Tokens of which that replica had the KV cache when it had answered. */
    int contextOf(int session) {
        return table.contextTokens[session];
    }

    /** Journeys that users of sessions have made. */
    long journeysMade() {
        return journeys.made();
    }

    /** What is kept of an application's sessions; empty where it has none. */
    Optional<SessionStatistics> statistics(int app) {
        return apps.get(app).map(of -> of.statistics);
    }

    /** Checks INV-2: what began has ended in one way or is under way, and what was sent has arrived. */
    void audit(long arrived) {
        long completed = ended[Ending.COMPLETED.column()];
        long cut = ended[Ending.CUT.column()];
        long abandoned = ended[Ending.ABANDONED.column()];
        if (begun != completed + cut + abandoned + table.open() || sent != arrived) {
            throw new InvariantViolation(
                    "INV-2",
                    kernel.nowNanos(),
                    "sessions begun %d, completed %d, cut %d, abandoned %d, under way %d; requests sent %d, arrived %d"
                            .formatted(begun, completed, cut, abandoned, table.open(), sent, arrived));
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
}
