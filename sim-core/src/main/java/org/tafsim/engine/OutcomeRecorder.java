package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.model.App;
import org.tafsim.model.Scenario;
import org.tafsim.workload.SessionDraws;

/** Counts every request once, when it ends, and hands it to the sink. */
final class OutcomeRecorder {

    private final Scenario scenario;
    private final Optional<AutonomyCurve> autonomy;
    private final RequestSink sink;
    private final List<AppStatistics> statistics = new ArrayList<>();
    private final long[] servedByReplica;

    OutcomeRecorder(Scenario scenario, Optional<AutonomyCurve> autonomy, RequestSink sink) {
        this.scenario = scenario;
        this.autonomy = autonomy;
        this.sink = sink;
        scenario.apps().forEach(app -> statistics.add(new AppStatistics()));
        servedByReplica = new long[scenario.replicas().size()];
    }

    /** Of one application. */
    AppStatistics of(int app) {
        return statistics.get(app);
    }

    /** Measured requests a replica served to the end. */
    long servedBy(int replica) {
        return servedByReplica[replica];
    }

    /**
     * Counts the end of a request.
     *
     * @return whether it kept its promise
     */
    boolean record(RequestTable requests, int slot, Outcome outcome, long nowNanos) {
        boolean met = outcome == Outcome.COMPLETED && meetsSlo(requests, slot, nowNanos);
        if (requests.measured[slot]) {
            count(requests, slot, outcome, met, nowNanos);
            boolean isKept = met && requests.brokenRules[slot] == 0;
            autonomy.ifPresent(curve -> curve.record(requests.arrivalNanos[slot], isKept));
        }
        if (sink != RequestSink.NONE) {
            sink.record(recordOf(requests, slot, outcome, nowNanos));
        }
        return met;
    }

    private void count(RequestTable requests, int slot, Outcome outcome, boolean met, long nowNanos) {
        AppStatistics app = statistics.get(requests.app[slot]);
        app.outcomes[outcome.column()]++;
        if (met) {
            app.metSlo++;
        }
        if (outcome == Outcome.COMPLETED) {
            servedByReplica[requests.replica[slot]]++;
            app.failovers += requests.losses[slot] > 0 ? 1 : 0;
            boolean isChain = scenario.apps().get(requests.app[slot]).pipeline().goesOn();
            app.promptTokens += isChain ? requests.earlierPrompt[slot] : requests.promptTokens[slot];
            app.outputTokens += isChain ? requests.earlierOutput[slot] : requests.outputTokens[slot];
            app.knownTokens += requests.promptText[slot].size() > 0 ? requests.promptTokens[slot] : 0;
            app.cachedTokens += requests.cachedTokens[slot];
            countLatencies(app, requests, slot, nowNanos);
        }
    }

    private static void countLatencies(AppStatistics app, RequestTable requests, int slot, long nowNanos) {
        long arrival = requests.arrivalNanos[slot];
        long endToEnd = nowNanos - arrival;
        long queue = requests.earlierQueueNanos[slot] + requests.admittedNanos[slot] - requests.reachedNanos[slot];
        long compute = requests.earlierComputeNanos[slot] + requests.servedNanos[slot] - requests.admittedNanos[slot];
        app.ttft.record(requests.firstTokenNanos[slot] - arrival);
        app.endToEnd.record(endToEnd);
        if (requests.outputTokens[slot] > 1) {
            app.tpot.record(timePerOutputToken(requests, slot, nowNanos));
        }
        app.queueNanos.record((double) queue);
        app.computeNanos.record((double) compute);
        countSegments(app, requests.segments, slot, endToEnd - queue - compute);
    }

    private static void countSegments(AppStatistics app, SegmentTable segments, int slot, long networkNanos) {
        app.networkNanos.record((double) networkNanos);
        app.connectNanos.record((double) segments.connect(slot));
        app.radioNanos.record((double) segments.radio(slot));
        app.fiberNanos.record((double) segments.fiber(slot));
        app.linkNanos.record((double) segments.links(slot));
        long known = segments.connect(slot) + segments.radio(slot) + segments.fiber(slot) + segments.links(slot);
        app.heldNanos.record((double) (networkNanos - known));
    }

    private boolean meetsSlo(RequestTable requests, int slot, long nowNanos) {
        App app = scenario.apps().get(requests.app[slot]);
        long arrival = requests.arrivalNanos[slot];
        return app.slo()
                .isMetBy(
                        requests.firstTokenNanos[slot] - arrival,
                        timePerOutputToken(requests, slot, nowNanos),
                        nowNanos - arrival);
    }

    /** Mean gap between the tokens after the first, as the user sees them (ns); 0 where there is but one token. */
    private static long timePerOutputToken(RequestTable requests, int slot, long nowNanos) {
        int later = requests.outputTokens[slot] - 1;
        return later == 0 ? 0 : (nowNanos - requests.firstTokenNanos[slot]) / later;
    }

    private RequestRecord recordOf(RequestTable requests, int slot, Outcome outcome, long nowNanos) {
        int replica = requests.replica[slot];
        long sequence = requests.sequence[slot];
        boolean isAlone = requests.session[slot] == Sessions.NONE;
        return new RequestRecord(
                sequence,
                isAlone ? Sessions.NONE : sequence / SessionDraws.MOST_REQUESTS,
                isAlone ? 0 : (int) (sequence % SessionDraws.MOST_REQUESTS),
                scenario.apps().get(requests.app[slot]).id(),
                scenario.populations().get(requests.population[slot]).id(),
                replica < 0 ? "" : scenario.replicas().get(replica).id(),
                outcome,
                requests.measured[slot],
                requests.promptTokens[slot],
                requests.outputTokens[slot],
                requests.arrivalNanos[slot],
                requests.reachedNanos[slot],
                requests.admittedNanos[slot],
                requests.firstTokenNanos[slot],
                nowNanos,
                requests.brokenRules[slot],
                requests.segments.of(slot));
    }
}
