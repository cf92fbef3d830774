package org.tafsim.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tafsim.network.Places.east;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.model.App;
import org.tafsim.model.Movement;
import org.tafsim.model.NetworkSlice;
import org.tafsim.model.QuantileTable;
import org.tafsim.model.Scenario;
import org.tafsim.network.NetworkBench.Delivery;
import org.tafsim.stats.Tally;
import org.tafsim.testing.ScenarioBuilder;

/** Users who drive at 10 m/s through cells of 10 / π m: two changes of cell a second, each of 50 ms of silence. */
class HandoverTest {
    private static final double PER_SECOND = 2;
    private static final int REQUESTS = 4000;
    private static final QuantileTable SILENCE = new QuantileTable(List.of(0.0, 1.0), List.of(50.0, 50.0));

    @Test
    void theRateIsThatOfAFluidThatLeavesADisk() {
        assertThat(movement(1).handoversPerSecond()).isCloseTo(PER_SECOND, within(1e-12));
    }

    /** In a second on the radio, λ · 1 s silences of 50 ms on the mean; with cells, the silence itself is not on the radio. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aTransferIsSilentAsOftenAsItsUserChangesTheCell(boolean hasCells) {
        Tally seconds = times(1, hasCells);

        assertThat(seconds.mean()).isCloseTo(1 + PER_SECOND * 0.05, within(0.01));
        assertThat(seconds.max()).isGreaterThan(1.2);
        assertThat(seconds.min()).isCloseTo(1, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void onlyThoseWhoMoveAreSilent(boolean hasCells) {
        assertThat(times(0.25, hasCells).mean()).isCloseTo(1 + 0.25 * PER_SECOND * 0.05, within(0.006));
        assertThat(times(0, hasCells).max()).isCloseTo(1, within(1e-6));
    }

    private static Movement movement(double share) {
        return new Movement(share, 10, 10 / Math.PI, SILENCE);
    }

    /** Times of transfers up that take a second each, on their own. */
    private static Tally times(double share, boolean hasCells) {
        Tally seconds = new Tally();
        NetworkBench bench = new NetworkBench(world(share, hasCells));
        for (int token = 0; token < REQUESTS; token++) {
            int number = token;
            bench.at(2_000_000_000L * token, () -> bench.network.sendUp(number, 0, 0, 0, 125_000, number));
        }
        for (Delivery delivery : bench.run()) {
            seconds.record((delivery.atNanos() - 2_000_000_000L * delivery.token()) / 1e9);
        }
        bench.network.audit();
        assertThat(seconds.count()).isEqualTo(REQUESTS);
        return seconds;
    }

    private static Scenario world(double share, boolean hasCells) {
        ScenarioBuilder builder = new ScenarioBuilder()
                .access(ScenarioBuilder.access("radio", 0, hasCells ? 1e15 : 1e6))
                .upf("upf", "FR", east(0))
                .site("site", "DE", east(0), 1e15)
                .population("users", "ES", east(0), "radio", "upf")
                .moving(movement(share))
                .app("plain", new App.Payload(0, 1, 1));
        return hasCells
                ? builder.cells(1e6, 5)
                        .slice(new NetworkSlice("embb", 0, 1, false, 1, OptionalInt.empty()))
                        .build()
                : builder.build();
    }
}
