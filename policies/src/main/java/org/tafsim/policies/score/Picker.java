package org.tafsim.policies.score;

import org.tafsim.policy.RoutingPolicy;
import umontreal.ssj.rng.RandomStream;

/** Picks one of what was scored; {@link RoutingPolicy#REFUSE} where nothing has a total. */
@FunctionalInterface
interface Picker {

    int pick(Round round);

    /**
     * By name.
     *
     * @param ties where draws come from
     * @throws IllegalArgumentException where there is none of this name
     */
    static Picker of(String text, RandomStream ties) {
        if (text.matches("top:[1-9]\\d{0,2}")) {
            int most = Integer.parseInt(text.substring(4));
            return round -> top(round, most, ties);
        }
        return switch (text) {
            case "max" -> round -> max(round, ties);
            case "first" -> Picker::first;
            case "weighted-random" -> round -> weighted(round, ties);
            default ->
                throw new IllegalArgumentException(
                        "\"%s\" picks nothing; expected max, first, weighted-random or top:3.".formatted(text));
        };
    }

    /** The highest; of equals the first in scenario order. */
    private static int first(Round round) {
        int best = RoutingPolicy.REFUSE;
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < round.count; k++) {
            if (round.totals[k] > most || (round.totals[k] == most && round.kept[k] < best)) {
                most = round.totals[k];
                best = round.kept[k];
            }
        }
        return best;
    }

    /** The highest; of equals one at random. */
    private static int max(Round round, RandomStream ties) {
        double most = Double.NEGATIVE_INFINITY;
        int equals = 0;
        for (int k = 0; k < round.count; k++) {
            double total = round.totals[k];
            equals = total > most ? 1 : total == most ? equals + 1 : equals;
            most = total > most ? total : most;
        }
        int left = equals <= 1 ? 0 : ties.nextInt(0, equals - 1);
        for (int k = 0; k < round.count; k++) {
            if (round.totals[k] == most && left-- == 0) {
                return round.kept[k];
            }
        }
        return RoutingPolicy.REFUSE;
    }

    /** Each by the chance of its total; where all are 0, each alike. */
    private static int weighted(Round round, RandomStream draws) {
        double sum = 0;
        for (int k = 0; k < round.count; k++) {
            sum += round.totals[k] > 0 ? round.totals[k] : 0;
        }
        if (sum == 0) {
            return max(round, draws);
        }
        double left = draws.nextDouble() * sum;
        int last = RoutingPolicy.REFUSE;
        for (int k = 0; k < round.count; k++) {
            if (round.totals[k] > 0) {
                last = round.kept[k];
                left -= round.totals[k];
                if (left < 0) {
                    break;
                }
            }
        }
        return last;
    }

    /** One of the highest at random. */
    private static int top(Round round, int most, RandomStream draws) {
        int scored = 0;
        for (int k = 0; k < round.count; k++) {
            scored += Double.isNaN(round.totals[k]) ? 0 : 1;
        }
        int better = scored == 0 ? 0 : draws.nextInt(0, Math.min(most, scored) - 1);
        for (; better > 0; better--) {
            round.totals[position(round, first(round))] = Double.NaN;
        }
        return first(round);
    }

    private static int position(Round round, int candidate) {
        for (int k = 0; k < round.count; k++) {
            if (round.kept[k] == candidate) {
                return k;
            }
        }
        throw new IllegalStateException("A candidate was picked that is not left.");
    }
}
