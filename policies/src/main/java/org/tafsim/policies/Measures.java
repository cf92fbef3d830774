package org.tafsim.policies;

import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.ServedReplica;
import org.tafsim.policy.CandidatesView;

/** What several policies ask about candidates. */
public final class Measures {

    /** Requests waiting. */
    public static final Column WAITING = (request, view, of, count, into) -> {
        for (int k = 0; k < count; k++) {
            into[k] = view.waitingRequests(of[k]);
        }
    };

    /** Sequences in the batch. */
    public static final Column RUNNING = (request, view, of, count, into) -> {
        for (int k = 0; k < count; k++) {
            into[k] = view.runningSequences(of[k]);
        }
    };

    /** Requests in flight. */
    public static final Column IN_FLIGHT = (request, view, of, count, into) -> {
        for (int k = 0; k < count; k++) {
            into[k] = view.inFlightRequests(of[k]);
        }
    };

    /** Prompt tokens not yet prefilled. */
    public static final Column WAITING_TOKENS = (request, view, of, count, into) -> {
        for (int k = 0; k < count; k++) {
            into[k] = view.waitingPrefillTokens(of[k]);
        }
    };

    /** Share of KV blocks in use. */
    public static final Column KV_USED = (request, view, of, count, into) -> {
        for (int k = 0; k < count; k++) {
            into[k] = view.kvUsedFraction(of[k]);
        }
    };

    /** Predicted time to first token (s). */
    public static final Column TTFT = (request, view, of, count, into) -> {
        int tokens = request.promptTokens();
        for (int k = 0; k < count; k++) {
            into[k] = view.predictedTtftSeconds(of[k], tokens);
        }
    };

    /** Round trip (s). */
    public static final Column RTT = (request, view, of, count, into) -> {
        for (int k = 0; k < count; k++) {
            into[k] = view.roundTripSeconds(of[k]);
        }
    };

    /** Time until it serves (s). */
    public static final Column START = (request, view, of, count, into) -> {
        for (int k = 0; k < count; k++) {
            into[k] = view.startSeconds(of[k]);
        }
    };

    /** 0 where it is ready, 1 elsewhere. */
    public static final Column NOT_READY = (request, view, of, count, into) -> {
        for (int k = 0; k < count; k++) {
            into[k] = view.isReady(of[k]) ? 0 : 1;
        }
    };

    /** Audited rules that it would break. */
    public static final Column BROKEN_RULES = (request, view, of, count, into) -> {
        for (int k = 0; k < count; k++) {
            into[k] = view.brokenRules(of[k]);
        }
    };

    /** Carbon of a kilowatt-hour (g). */
    public static final Column CARBON = (request, view, of, count, into) -> {
        for (int k = 0; k < count; k++) {
            into[k] = view.carbonGramsPerKwh(of[k]);
        }
    };

    /** Price of a kilowatt-hour (EUR). */
    public static final Column PRICE = (request, view, of, count, into) -> {
        for (int k = 0; k < count; k++) {
            into[k] = view.eurPerKwh(of[k]);
        }
    };

    /** What a partner is paid (EUR per 1,000 requests). */
    public static final Column CONTRACT = (request, view, of, count, into) -> {
        for (int k = 0; k < count; k++) {
            into[k] = view.contractEurPer1k(of[k]);
        }
    };

    /** 0 where it served the session's last request, 1 elsewhere. */
    public static final Column NOT_OF_SESSION = (request, view, of, count, into) -> {
        int last = request.sessionReplica();
        for (int k = 0; k < count; k++) {
            into[k] = view.replicaIndex(of[k]) == last ? 0 : 1;
        }
    };

    private Measures() {}

    /** Steps from the far edge: 0 there, 3 in the cloud. */
    public static int tierSteps(CandidatesView view, int candidate) {
        return switch (view.site(candidate).tier()) {
            case FAR_EDGE -> 0;
            case NEAR_EDGE -> 1;
            case REGIONAL -> 2;
            case CLOUD -> 3;
        };
    }

    /** Energy of its accelerator for a computation at full power and peak (J per FLOP), by the data sheet. */
    public static double joulesPerFlop(CandidatesView view, int candidate) {
        AcceleratorProfile accelerator = view.replica(candidate).accelerator();
        return accelerator.boardWatts() / accelerator.bf16FlopsPerSecond();
    }

    /** Bytes of memory of its accelerators. */
    public static double memoryBytes(CandidatesView view, int candidate) {
        ServedReplica replica = view.replica(candidate);
        return (double) replica.accelerator().memoryBytes() * replica.accelerators();
    }
}
