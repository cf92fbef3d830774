package org.tafsim.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafsim.network.Places.east;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tafsim.model.AccessProfile;
import org.tafsim.model.QuantileTable;
import org.tafsim.testing.ScenarioBuilder;

/** Delivered delays on an idle network follow the access's table: DETERMINISTIC6G, Aachen, standalone at 3.7 GHz (ms). */
class AccessQuantilesTest {
    private static final int REQUESTS = 20_000;
    private static final List<Double> PROBABILITIES = List.of(0.0, 0.05, 0.5, 0.95, 0.99, 0.999, 1.0);

    /** Ends beyond the measured quantiles are made up. */
    private static final QuantileTable UPLINK =
            new QuantileTable(PROBABILITIES, List.of(4.5, 5.30, 6.43, 7.77, 9.93, 11.68, 13.9));

    private static final QuantileTable DOWNLINK =
            new QuantileTable(PROBABILITIES, List.of(4.0, 4.34, 5.33, 9.70, 10.83, 11.39, 16.96));

    private final NetworkBench bench = new NetworkBench(new ScenarioBuilder()
            .access(new AccessProfile("sa-private", UPLINK, DOWNLINK, 1e9, 1e9, "DETERMINISTIC6G"))
            .upf("upf", "DE", east(0))
            .site("site", "DE", east(0), 1e12)
            .population("user", "DE", east(0), "sa-private", "upf")
            .build());

    @Test
    void deliveredDelaysHaveTheMeasuredQuantiles() {
        sendAll();

        assertThat(bench.deliveries).hasSize(2 * REQUESTS);
        assertQuantiles(Network.UPLINK, UPLINK);
        assertQuantiles(1, DOWNLINK);
    }

    @Test
    void bothDirectionsOfARequestAreIndependent() {
        sendAll();

        boolean[] slowUp = above(Network.UPLINK, UPLINK.values().get(2));
        boolean[] slowDown = above(1, DOWNLINK.values().get(2));

        long both = IntStream.range(0, REQUESTS)
                .filter(token -> slowUp[token] && slowDown[token])
                .count();
        assertThat(Math.abs(both - REQUESTS / 4.0)).isLessThan(5 * Math.sqrt(REQUESTS * 0.25 * 0.75));
    }

    private void sendAll() {
        for (int request = 0; request < REQUESTS; request++) {
            bench.network.sendUp(request, 0, 0, 0, 0, request);
            bench.network.sendDown(request, 0, 0, 0, 0, request, 1);
        }
        bench.run();
    }

    /** The share of delays at or under a quantile is its probability, within four standard deviations of a share. */
    private void assertQuantiles(int leg, QuantileTable table) {
        for (int i = 1; i < PROBABILITIES.size() - 1; i++) {
            double p = PROBABILITIES.get(i);
            double limitNanos = table.values().get(i) * 1e6;
            double share = bench.deliveries.stream()
                            .filter(delivery -> delivery.leg() == leg && delivery.atNanos() <= limitNanos)
                            .count()
                    / (double) REQUESTS;
            assertThat(Math.abs(share - p))
                    .as("leg %d, p = %s: %s", leg, p, share)
                    .isLessThan(4 * Math.sqrt(p * (1 - p) / REQUESTS));
        }
    }

    private boolean[] above(int leg, double millis) {
        boolean[] above = new boolean[REQUESTS];
        bench.deliveries.stream()
                .filter(delivery -> delivery.leg() == leg)
                .forEach(delivery -> above[delivery.token()] = delivery.atNanos() > millis * 1e6);
        return above;
    }
}
