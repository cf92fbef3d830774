package org.tafsim.experiment.optimum;

import java.util.Map;
import org.tafsim.engine.RequestDemand;
import org.tafsim.model.Slo;

/**
 * One choice of a small case: a request, and what each replica can make of it at best.
 *
 * @param request the application (scenario index) and the number of the request in it
 * @param isMeasured whether it counts
 * @param floors by replica (scenario index), in the order in which they are tried: least latencies
 */
record Decision(Request request, boolean isMeasured, Map<Integer, Floor> floors) {

    /** Names a request. */
    record Request(int app, long number) {}

    /** Least times of a request to its first and last token (ns). */
    record Floor(long ttftNanos, long endNanos) {

        /** Of the time that an objective asks for. */
        long nanos(Objective objective) {
            return objective == Objective.FIRST_TOKEN ? ttftNanos : endNanos;
        }

        /** Whether it does not break a promise. */
        boolean mayKeep(Slo slo, int outputTokens) {
            long end = Task.endDeadline(slo, outputTokens);
            return ttftNanos <= Math.min(end, slo.timeToFirstTokenNanos().orElse(Long.MAX_VALUE)) && endNanos <= end;
        }
    }

    /** Floors of a request at the replicas of one of its places. */
    static Floor floor(RequestDemand demand, int place) {
        var stage = demand.stages().get(0);
        for (int i = 0; i < stage.places().length; i++) {
            if (stage.places()[i] == place) {
                return new Floor(stage.ttftNanos()[i], stage.endNanos()[i]);
            }
        }
        return new Floor(Long.MAX_VALUE, Long.MAX_VALUE);
    }
}
