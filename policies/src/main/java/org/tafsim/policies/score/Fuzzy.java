package org.tafsim.policies.score;

import java.util.OptionalLong;
import org.tafsim.policies.Column;
import org.tafsim.policies.Room;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;

/**
 * Fuzzy rules on how far and how full a candidate is. Each of the two is low, middling or high to a degree; each pair is a rule that holds
 * as far as the lesser of its two degrees, and says how suitable a candidate is: from 1 (near and empty) to 0 (far and full). The score is
 * the mean of what the rules say, weighted by how far they hold. Far is the round trip as a share of the promised TTFT, of 500 ms where
 * there is none; full is the mean of KV blocks and places in the batch in use.
 *
 * <p>Source: the fuzzy orchestrator of EdgeCloudSim (C. Sonmez, C. Tunca, A. Ozgovde and C. Ersoy, "Fuzzy workload orchestration for edge
 * computing", IEEE TNSM 16(2), 2019). Its inputs, its 81 rules and its centroid are others: these are ours.
 */
final class Fuzzy implements Scorer {

    private static final double USUAL_PROMISE_SECONDS = 0.5;

    /** Where far and full begin to be middling, are so altogether, and are high altogether. */
    private static final double[] FAR = {0.1, 0.3, 0.6};

    private static final double[] FULL = {0.3, 0.6, 0.9};

    /** By far, then by full. */
    private static final double[][] SUITABLE = {{1, 0.75, 0.25}, {0.75, 0.5, 0.25}, {0.5, 0.25, 0}};

    private final Column used = new Room().used();
    private final double[] far = new double[FAR.length];
    private final double[] full = new double[FULL.length];

    @Override
    public void add(RequestView request, CandidatesView view, Round round, double weight) {
        OptionalLong promise = request.app().slo().timeToFirstTokenNanos();
        double whole = promise.isPresent() ? promise.getAsLong() / 1e9 : USUAL_PROMISE_SECONDS;
        round.read(used, request, view);
        for (int k = 0; k < round.count; k++) {
            degrees(view.roundTripSeconds(round.kept[k]) / whole, FAR, far);
            degrees(round.values[k], FULL, full);
            round.values[k] = suitability();
        }
        round.addShares(weight);
    }

    /** Of low, middling and high, which add up to 1. */
    private static void degrees(double value, double[] corners, double[] into) {
        double rising = cut((value - corners[0]) / (corners[1] - corners[0]));
        double high = cut((value - corners[1]) / (corners[2] - corners[1]));
        into[0] = 1 - rising;
        into[1] = rising - high;
        into[2] = high;
    }

    private static double cut(double value) {
        return value < 0 ? 0 : value > 1 ? 1 : value;
    }

    private double suitability() {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < far.length; i++) {
            for (int j = 0; j < full.length; j++) {
                double holds = far[i] < full[j] ? far[i] : full[j];
                sum += holds * SUITABLE[i][j];
                weights += holds;
            }
        }
        return sum / weights;
    }
}
