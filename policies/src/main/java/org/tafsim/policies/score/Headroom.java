package org.tafsim.policies.score;

import org.tafsim.policies.Measures;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;

/**
 * What is left of the promised time to first token after the predicted one. Those that keep the promise come first: packed, the one that
 * keeps it most narrowly, or spread, the one with most to spare. Of those that break it the idle ones are first, then those that miss by
 * less. Without a promise it is broken by all.
 *
 * <p>Scores: (2 + s/2)/2.5 where the promise is kept, (1 + s/2)/2.5 where it is broken and nothing in flight, s/5 elsewhere, with s
 * between the least and the most of the same kind, in [0, 1].
 *
 * <p>Source: the latency scorer of llm-d (strategies least and most; idle endpoints first where none has headroom).
 */
final class Headroom implements Scorer {

    /** What to do with headroom. */
    enum Use {
        PACK,
        SPREAD
    }

    private static final int BREAKS = 0;
    private static final int IDLE = 1;
    private static final int KEEPS = 2;
    private static final double KINDS = 2.5;

    private final boolean isPacked;
    private final double[] least = new double[KEEPS + 1];
    private final double[] most = new double[KEEPS + 1];
    private int[] kinds = {};

    Headroom(Use use) {
        isPacked = use == Use.PACK;
    }

    @Override
    public void add(RequestView request, CandidatesView view, Round round, double weight) {
        double promise = request.app().slo().timeToFirstTokenNanos().orElse(0) / 1e9;
        for (int kind = 0; kind <= KEEPS; kind++) {
            least[kind] = Double.POSITIVE_INFINITY;
            most[kind] = Double.NEGATIVE_INFINITY;
        }
        if (kinds.length < round.count) {
            kinds = new int[round.count];
        }
        round.read(Measures.TTFT, request, view);
        for (int k = 0; k < round.count; k++) {
            double left = promise - round.values[k];
            int kind = kind(left, view, round.kept[k]);
            round.values[k] = left;
            kinds[k] = kind;
            if (Math.abs(left) <= Double.MAX_VALUE) { // a number, and finite
                least[kind] = left < least[kind] ? left : least[kind];
                most[kind] = left > most[kind] ? left : most[kind];
            }
        }
        for (int k = 0; k < round.count; k++) {
            double left = round.values[k];
            boolean isFinite = Math.abs(left) <= Double.MAX_VALUE;
            round.totals[k] += isFinite ? weight * (kinds[k] + within(kinds[k], left) / 2) / KINDS : Double.NaN;
        }
    }

    private static int kind(double left, CandidatesView view, int candidate) {
        if (left > 0) {
            return KEEPS;
        }
        return view.inFlightRequests(candidate) == 0 ? IDLE : BREAKS;
    }

    private double within(int kind, double left) {
        double range = most[kind] - least[kind];
        double share = range > 0 ? (left - least[kind]) / range : 1;
        return isPacked && kind == KEEPS && range > 0 ? 1 - share : share;
    }
}
