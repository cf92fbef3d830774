package org.tafsim.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tafsim.network.Places.DEGREE_NANOS;
import static org.tafsim.network.Places.east;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.KernelKind;
import org.tafsim.kernel.Kernels;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.App;
import org.tafsim.model.ConnectionSpec;
import org.tafsim.model.NetworkSlice;
import org.tafsim.model.Scenario;
import org.tafsim.model.TransportSpec;
import org.tafsim.network.NetworkBench.Delivery;
import org.tafsim.testing.ScenarioBuilder;

/** Users at 0°, UPF and site at 1° east, radio of 5 ms, cells of 1 Mbit/s: a kilobyte takes 8 ms. */
class CellNetworkTest {
    private static final long MILLI = 1_000_000;
    private static final long RADIO = 5 * MILLI;
    private static final long KILOBYTE = 8 * MILLI;
    private static final int EMBB = 0;
    private static final int AI = 1;
    private static final int FRESH = 2;

    private static Scenario world(int cells) {
        return new ScenarioBuilder()
                .transport(new TransportSpec.GreatCircle(2, 5, 0))
                .access(ScenarioBuilder.access("radio", 5, 1e9))
                .upf("upf", "FR", east(1))
                .site("site", "DE", east(1), 1e15)
                .population("users", "ES", east(0), "radio", "upf")
                .cells(1e6, cells)
                .slice(new NetworkSlice("embb", 0, 1, false, 1, OptionalInt.empty()))
                .slice(new NetworkSlice("ai", 0, 1, false, 3, OptionalInt.empty()))
                .app("plain", new App.Payload(0, 1, 1))
                .app("ai", new App.Payload(0, 1, 1, "ai", ConnectionSpec.NONE))
                .app("fresh", new App.Payload(0, 1, 1, "embb", new ConnectionSpec(1, 2, 500)))
                .build();
    }

    @Test
    void twoWhoShareACellTakeTwiceAsLong() {
        NetworkBench bench = new NetworkBench(world(1));
        bench.network.sendUp(0, EMBB, 0, 0, 1000, 1);
        bench.network.sendUp(1, EMBB, 0, 0, 1000, 2);

        assertThat(times(bench)).allMatch(nanos -> near(nanos, 2 * KILOBYTE + RADIO + DEGREE_NANOS));
    }

    @Test
    void aSliceOfThreeTimesTheWeightIsFaster() {
        NetworkBench bench = new NetworkBench(world(1));
        bench.network.sendUp(0, AI, 0, 0, 1000, 1);
        bench.network.sendUp(1, EMBB, 0, 0, 1000, 2);

        assertThat(times(bench).get(0)).matches(nanos -> near(nanos, 4 * KILOBYTE / 3 + RADIO + DEGREE_NANOS));
    }

    @Test
    void upAndDownDoNotDisturbEachOther() {
        NetworkBench bench = new NetworkBench(world(1));
        bench.network.sendUp(0, EMBB, 0, 0, 1000, 1);
        bench.network.sendDown(1, EMBB, 0, 0, 1000, 2, 1);

        assertThat(times(bench)).allMatch(nanos -> near(nanos, KILOBYTE + RADIO + DEGREE_NANOS));
    }

    @Test
    void inManyCellsUsersAreRarelyTogether() {
        NetworkBench bench = new NetworkBench(world(1000));
        for (int token = 0; token < 20; token++) {
            bench.network.sendUp(token, EMBB, 0, 0, 1000, token);
        }

        assertThat(times(bench))
                .filteredOn(nanos -> nanos < KILOBYTE + RADIO + DEGREE_NANOS + MILLI)
                .hasSizeGreaterThan(16);
    }

    @Test
    void answersStayInOrderWhateverTheCell() {
        NetworkBench bench = new NetworkBench(world(1));
        bench.network.sendDown(3, EMBB, 0, 0, 1000, 2, 1);
        bench.network.sendDown(3, EMBB, 0, 0, 10, 2, 2);

        assertThat(bench.run()).extracting(Delivery::leg).containsExactly(1, 2);
    }

    /** A round trip is twice the radio and twice the fiber. 1000 B and windows of 500 B: one round of slow start. */
    @Test
    void aNewConnectionTakesItsRoundTripsFirst() {
        NetworkBench bench = new NetworkBench(world(1));
        bench.network.sendUp(0, FRESH, 0, 0, 1000, 1);

        long rounds = 3 * 2 * (RADIO + DEGREE_NANOS);
        assertThat(times(bench).get(0)).matches(nanos -> near(nanos, rounds + KILOBYTE + RADIO + DEGREE_NANOS));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "14600, 0", "14601, 1", "43800, 1", "43801, 2", "300000, 4"})
    void slowStartDoublesUntilAllIsSent(long bytes, int rounds) {
        assertThat(new ConnectionSpec(0, 0, 14_600).slowStartRounds(bytes)).isEqualTo(rounds);
    }

    @Test
    void segmentsAreWhatTheyShouldBeAndAddUp() {
        Kernel kernel = Kernels.create(KernelKind.CALENDAR);
        List<Long> parts = new ArrayList<>();
        Network[] network = new Network[1];
        network[0] = new Network(kernel, world(1), new RandomStreams(1, 0).keyed("network"), (token, leg) -> {
            DeliveryTimes times = network[0].deliveryTimes();
            parts.addAll(List.of(times.connectNanos(), times.radioNanos(), times.fiberNanos(), times.linkNanos()));
            parts.add(kernel.nowNanos());
        });
        network[0].sendUp(0, FRESH, 0, 0, 1000, 1);
        kernel.runUntil(1_000_000_000L);

        assertThat(parts.get(0)).matches(nanos -> near(nanos, 6 * (RADIO + DEGREE_NANOS)));
        assertThat(parts.get(1)).matches(nanos -> near(nanos, KILOBYTE + RADIO));
        assertThat(parts.get(2)).isEqualTo(DEGREE_NANOS);
        assertThat(parts.get(3)).isBetween(0L, 1L);
        assertThat(parts.get(0) + parts.get(1) + parts.get(2) + parts.get(3)).isEqualTo(parts.get(4));
    }

    @Test
    void aCellIsUsedForItsBytesOnly() {
        NetworkBench bench = new NetworkBench(world(1));
        bench.network.sendUp(0, EMBB, 0, 0, 1000, 1);
        bench.run(); // until 1 s

        assertThat(bench.network.uplinkUtilization(0)).isCloseTo(0.008, within(1e-9));
        assertThat(bench.network.downlinkUtilization(0)).isZero();
    }

    private static List<Long> times(NetworkBench bench) {
        return bench.run().stream().map(Delivery::atNanos).toList();
    }

    private static boolean near(long nanos, long expected) {
        return Math.abs(nanos - expected) <= 3;
    }
}
