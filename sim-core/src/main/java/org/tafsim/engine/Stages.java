package org.tafsim.engine;

import org.tafsim.kernel.Kernel;
import org.tafsim.sovereignty.DataLedger;

/**
 * How requests go on from stage to stage of their pipelines. A stage that hands over early splits its request: a part of it runs
 * ahead through the last stage, and the request itself follows with the rest.
 */
final class Stages {

    private final Kernel kernel;
    private final Placement placement;
    private final DataLedger data;
    private final RequestTable requests;
    private final PipelineTable pipelines;
    private final RequestLife.Downstream downstream;
    private final Traffic traffic;
    private final Parts parts;

    Stages(
            Kernel kernel,
            Placement placement,
            DataLedger data,
            RequestTable requests,
            PipelineTable pipelines,
            RequestLife.Downstream downstream,
            Traffic traffic,
            Parts parts) {
        this.kernel = kernel;
        this.placement = placement;
        this.data = data;
        this.requests = requests;
        this.pipelines = pipelines;
        this.downstream = downstream;
        this.traffic = traffic;
        this.parts = parts;
    }

    /** Whether the first token of a request is for its user. */
    boolean isAnswer(int slot) {
        return !requests.isPart(slot) && !isFollowed(slot) && requests.handedTokens[slot] == 0;
    }

    private boolean isFollowed(int slot) {
        return pipelines.isFollowed(requests.app[slot], requests.stage[slot]);
    }

    /** The first of a request's output is there: a part of it is placed for the next stage. */
    void handOver(int slot) {
        countStage(slot);
        int tokens = pipelines.handOver(requests.app[slot], requests.stage[slot], requests.outputTokens[slot]);
        requests.handedTokens[slot] = tokens;
        int part = requests.allocatePart(slot);
        parts.taken();
        requests.stageSinceNanos[part] = kernel.nowNanos();
        pipelines.enter(requests, part, requests.stage[slot] + 1, tokens);
        downstream.placer().place(part);
    }

    /** A replica is done with a request, or a part of one: it goes on, or down to its user. */
    void finish(int slot) {
        if (requests.handedTokens[slot] == 0) {
            countStage(slot);
        }
        if (requests.isPart(slot)) {
            finishPart(slot);
        } else if (isFollowed(slot)) {
            goOn(slot);
        } else if (requests.ahead[slot] < 0 && (requests.outputTokens[slot] > 1 || requests.handedTokens[slot] > 0)) {
            traffic.sendDown(slot, slot, true);
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
        leave(slot);
        requests.endStage(slot);
        requests.stageSinceNanos[slot] = kernel.nowNanos();
        int output = requests.outputTokens[slot] - requests.handedTokens[slot];
        pipelines.enter(requests, slot, requests.stage[slot] + 1, output);
        downstream.placer().place(slot);
    }

    /** What a finished stage leaves behind, at its site and in the books. */
    private void leave(int slot) {
        int replica = requests.replica[slot];
        long nanos = kernel.nowNanos() - requests.stageSinceNanos[slot];
        downstream.router().ended(requests, slot, true, pipelines.keepsBudget(requests, slot, nanos), nanos);
        recordEnd(slot);
        requests.inputSite[slot] = placement.siteOf(replica);
    }

    /** Books what a finished request, or stage of one, leaves at the site of its replica. */
    void recordEnd(int slot) {
        data.recordEnd(
                requests.lawApp[slot],
                requests.population[slot],
                placement.siteOf(requests.replica[slot]),
                kernel.nowNanos(),
                requests.promptTokens[slot],
                requests.outputTokens[slot],
                requests.measured[slot]);
        pipelines.countTokens(requests, slot);
    }

    private void finishPart(int part) {
        int slot = requests.whole[part];
        if (slot == RequestTable.ORPHAN) {
            parts.free(part);
            return;
        }
        leave(part);
        traffic.sendDown(slot, part, false);
        requests.ahead[slot] = -1;
        if (requests.servedNanos[slot] != RequestTable.NOT_YET) {
            traffic.sendDown(slot, slot, true);
        }
        requests.replica[part] = -1; // its replica has been told
        parts.free(part);
    }
}
