package org.tafsim.network;

import org.tafsim.kernel.random.InverseCdf;
import org.tafsim.kernel.random.KeyedDraws;
import org.tafsim.kernel.random.Samplers;
import org.tafsim.model.Movement;
import org.tafsim.units.Durations;

/**
 * When users of one population change their cell, and for how long they are silent then. Changes are a Poisson process, so that the time to
 * the next one is exponential from any moment on, and nothing is remembered of users between transfers.
 */
final class Handovers {
    private static final int MOVES_DRAW = 19;

    private static final int FIRST_DRAW = 64;
    private static final int DRAWS_OF_CHANGE = 4;

    /** What a transfer meets at most: more would be a user who never gets anything through. */
    private static final int MOST = 16;

    private final KeyedDraws draws;
    private final double share;
    private final InverseCdf gapSeconds;
    private final InverseCdf interruptionMillis;

    Handovers(Movement movement, KeyedDraws draws) {
        this.draws = draws;
        share = movement.share();
        gapSeconds = Samplers.exponential(1 / movement.handoversPerSecond());
        interruptionMillis = Samplers.quantiles(
                movement.interruptionMillis().probabilities(),
                movement.interruptionMillis().values());
    }

    /** Whether the user of a request moves, and a transfer that has met so many changes can meet another one. */
    boolean comes(long drawKey, int met) {
        return met < MOST && draws.uniform(drawKey, MOVES_DRAW) < share;
    }

    /** Time to the next change, for a transfer that has met so many (ns). */
    long nextNanos(long drawKey, int leg, int met) {
        return Durations.nanosOfSeconds(gapSeconds.at(draws.uniform(drawKey, draw(leg, met))));
    }

    /** Silence at that change (ns). */
    long interruptionNanos(long drawKey, int leg, int met) {
        return Durations.nanosOfSeconds(interruptionMillis.at(draws.uniform(drawKey, draw(leg, met) + 1)) / 1e3);
    }

    /** Uniform draw for the new cell. */
    double cellDraw(long drawKey, int leg, int met) {
        return draws.uniform(drawKey, draw(leg, met) + 2);
    }

    /** Uniform draw for the user's rate there. */
    double rateDraw(long drawKey, int leg, int met) {
        return draws.uniform(drawKey, draw(leg, met) + 3);
    }

    /** What the changes add to a transfer that is so long on the radio (ns). */
    long silenceNanos(long drawKey, int leg, long airNanos) {
        long silence = 0;
        long metAtNanos = 0;
        for (int met = 0; comes(drawKey, met); met++) {
            metAtNanos += nextNanos(drawKey, leg, met);
            if (metAtNanos >= airNanos) {
                break;
            }
            silence += interruptionNanos(drawKey, leg, met);
        }
        return silence;
    }

    private static int draw(int leg, int met) {
        return FIRST_DRAW + DRAWS_OF_CHANGE * (leg * MOST + met);
    }
}
