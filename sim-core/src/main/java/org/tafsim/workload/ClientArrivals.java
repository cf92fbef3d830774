package org.tafsim.workload;

import java.util.function.DoubleUnaryOperator;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.units.Durations;
import umontreal.ssj.rng.RandomStream;

/**
 * Arrivals of many clients in the order of time; of two at one time the client comes first that is first in the scenario. All draw
 * from one stream, in the order of their arrivals.
 *
 * <p>A binary tree of matches keeps the earliest: an arrival costs as many comparisons as the number of clients has digits.
 */
final class ClientArrivals implements ArrivalProcess {
    private final ClientCourse[] clients;
    private final DoubleUnaryOperator clockSeconds;

    /** The client that wins each match; those of node n play at nodes 2n and 2n + 1, client i enters at node size + i. */
    private final int[] winners;

    private boolean started;

    /**
     * Arrivals of a description.
     *
     * @param hasProfile whether the clock has a day
     * @param clockSeconds from operational time to time, never decreasing (s)
     */
    ClientArrivals(
            ArrivalSpec.Clients spec, boolean hasProfile, RandomStream stream, DoubleUnaryOperator clockSeconds) {
        if (hasProfile && spec.haveWindows()) {
            throw new IllegalArgumentException(
                    "The clients' windows have their own shape over the day. Maybe drop the diurnal profile.");
        }
        this.clockSeconds = clockSeconds;
        clients = spec.clients().stream()
                .map(client -> new ClientCourse(client, stream))
                .toArray(ClientCourse[]::new);
        winners = new int[2 * clients.length];
        for (int i = 0; i < clients.length; i++) {
            winners[clients.length + i] = i;
        }
        for (int node = clients.length - 1; node >= 1; node--) {
            winners[node] = earlier(winners[2 * node], winners[2 * node + 1]);
        }
    }

    @Override
    public long nextNanos() {
        if (started) {
            advanceEarliest();
        }
        started = true;
        double operational = clients[winners[1]].seconds();
        if (operational >= GapArrivals.LAST_SECONDS) {
            return END;
        }
        double seconds = clockSeconds.applyAsDouble(operational);
        return seconds >= GapArrivals.LAST_SECONDS ? END : Durations.nanosOfSeconds(seconds);
    }

    private void advanceEarliest() {
        int client = winners[1];
        if (clients[client].seconds() >= GapArrivals.LAST_SECONDS) {
            return;
        }
        clients[client].advance();
        for (int node = (clients.length + client) / 2; node >= 1; node /= 2) {
            winners[node] = earlier(winners[2 * node], winners[2 * node + 1]);
        }
    }

    private int earlier(int one, int other) {
        double first = clients[one].seconds();
        double second = clients[other].seconds();
        return first < second || (first == second && one < other) ? one : other;
    }
}
