package org.tafsim.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tafsim.network.Places.east;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafsim.model.AccessProfile;
import org.tafsim.model.RadioDirection;
import org.tafsim.model.Scenario;
import org.tafsim.model.SlottedDelay;
import org.tafsim.model.TddFrame;
import org.tafsim.model.UplinkGrant;
import org.tafsim.testing.ScenarioBuilder;

/** Transfers over a radio of slots that never fails: DDDSU at 30 kHz, slots of 0.5 ms, 1 ms of processing at either end. */
class SlottedAccessTest {
    private static final int DOWN = 1;

    private final NetworkBench bench = new NetworkBench(scenario(0));

    private static Scenario scenario(double bler) {
        RadioDirection direction = new RadioDirection(1, 1, bler, bler);
        SlottedDelay slots = new SlottedDelay(
                new TddFrame(1, "DDDSU", TddFrame.Special.USUAL),
                new UplinkGrant.Configured(),
                direction,
                direction,
                3,
                0,
                List.of());
        return new ScenarioBuilder()
                .access(new AccessProfile("slots", slots, 8e6, 8e6, "made up"))
                .upf("upf", "DE", east(0))
                .site("site", "DE", east(0), 1e15)
                .population("user", "DE", east(0), "slots", "upf")
                .build();
    }

    /** Sent at 0.1 ms, ready at 1.1, in the slot from 2 to 2.5, decoded at 3.5, and 1,000 bytes at 8 Mbit/s later. */
    @Test
    void anUplinkTransferWaitsForItsSlot() {
        bench.at(100_000, () -> bench.network.sendUp(0, 0, 0, 0, 1_000, 0));

        assertThat(bench.run().get(0).atNanos()).isBetween(4_500_000L, 4_500_010L);
    }

    /** Sent at 0.6 ms, at the cell at once, ready at 1.6; the slot from 2 is up, so the one from 2.5, decoded at 4. */
    @Test
    void aDownlinkTransferWaitsForItsSlot() {
        bench.at(600_000, () -> bench.network.sendDown(0, 0, 0, 0, 0, 0, DOWN));

        assertThat(bench.run().get(0).atNanos()).isBetween(4_000_000L, 4_000_010L);
    }

    @Test
    void transfersDownOfAConnectionStayInOrder() {
        NetworkBench failing = new NetworkBench(scenario(0.5));
        for (int i = 0; i < 200; i++) {
            int token = i;
            failing.at(i * 3_333_333L, () -> failing.network.sendDown(token, 0, 0, 0, 100_000, token, 1));
            failing.at(i * 3_333_333L + 10_000, () -> failing.network.sendDown(token, 0, 0, 0, 10, token, 2));
        }

        long[] first = new long[200];
        failing.run().forEach(delivery -> {
            if (delivery.leg() == 1) {
                first[delivery.token()] = delivery.atNanos();
            } else {
                assertThat(delivery.atNanos()).isGreaterThanOrEqualTo(first[delivery.token()]);
            }
        });
        assertThat(first).doesNotContain(0L);
    }

    /** Up 1 + U(0, 2.5) + 0.5 + 1 ms; down 1 + (4 of 5 U(0, 0.5), else U(0.5, 1)) + 0.5 + 1 ms. */
    @Test
    void theMeanRoundTripIsThatOfTheExactDistributions() {
        assertThat(bench.network.meanRoundTripSeconds(0, 0) * 1e3).isCloseTo(3.75 + 2.85, within(1e-6));
    }
}
