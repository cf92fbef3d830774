package org.tafsim.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tafsim.network.Places.east;

import org.junit.jupiter.api.Test;
import org.tafsim.testing.ScenarioBuilder;

/** Every request passes the UPF: an edge site beside the cell gains nothing while the UPF is far away. */
class TromboneTest {
    private static final int EDGE = 0;
    private static final int CENTER = 1;
    private static final int CENTRAL_UPF_USER = 0;
    private static final int LOCAL_UPF_USER = 1;

    private final Network network = new NetworkBench(new ScenarioBuilder()
                    .access(ScenarioBuilder.access("radio", 6, 5e7))
                    .upf("central", "DE", east(4))
                    .upf("local", "DE", east(0))
                    .site("edge", "DE", east(0), 1e10)
                    .site("center", "DE", east(4), 1e10)
                    .population("over-central", "DE", east(0), "radio", "central")
                    .population("over-local", "DE", east(0), "radio", "local")
                    .build())
            .network;

    @Test
    void withACentralUpfTheEdgeIsFartherThanTheCenter() {
        double radio = 0.012;
        double there = 4 * 1.11195e-3;

        assertThat(network.meanRoundTripSeconds(CENTRAL_UPF_USER, CENTER)).isCloseTo(radio + 2 * there, within(1e-6));
        assertThat(network.meanRoundTripSeconds(CENTRAL_UPF_USER, EDGE)).isCloseTo(radio + 4 * there, within(1e-6));
    }

    @Test
    void withALocalUpfTheEdgeSavesTheWayToTheCenter() {
        assertThat(network.meanRoundTripSeconds(LOCAL_UPF_USER, EDGE)).isCloseTo(0.012, within(1e-9));
        assertThat(network.meanRoundTripSeconds(LOCAL_UPF_USER, CENTER))
                .isEqualTo(network.meanRoundTripSeconds(CENTRAL_UPF_USER, CENTER));
    }
}
