package org.tafsim.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tafsim.network.Places.DEGREE_NANOS;
import static org.tafsim.network.Places.east;
import static org.tafsim.network.Places.graph;
import static org.tafsim.network.Places.node;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafsim.model.GeoPoint;
import org.tafsim.model.TransportSpec.Graph;
import org.tafsim.model.TransportSpec.Graph.Node;
import org.tafsim.network.NetworkBench.Delivery;
import org.tafsim.testing.ScenarioBuilder;

/** By hand: user and UPF at 0°, site at 4° east; A, B and C a degree apart in between, N north of B. */
class LinkFailureTest {
    private static final long MEGABYTE = 1_000_000;
    private static final long SENT = 8_000_000; // a megabyte at 1 Gbit/s
    private static final long STRAIGHT = 3 * SENT + 4 * DEGREE_NANOS;
    private static final int A_B = 0;
    private static final int B_C = 1;
    private static final int A_N = 2;
    private static final Node A = node("A", "FR", 1);
    private static final Node B = node("B", "CH", 2);
    private static final Node C = node("C", "AT", 3);
    private static final Node NORTH = new Node("N", "DE", new GeoPoint(1, 2));
    private static final Graph GRAPH = graph(List.of(A, B, C, NORTH), "A-B", "B-C", "A-N", "N-C");

    private final NetworkBench bench = new NetworkBench(new ScenarioBuilder()
            .transport(GRAPH)
            .fallibleLinks()
            .access(ScenarioBuilder.INSTANT)
            .upf("upf", "ES", east(0))
            .site("site", "HU", east(4), 1e9)
            .population("user", "ES", east(0), "instant", "upf")
            .build());
    private final Network network = bench.network;

    private long detourNanos() {
        return Math.round(1e9 * network.meanRoundTripSeconds(0, 0) / 2);
    }

    @Test
    void whileALinkIsDownTrafficAndRoundTripsTakeAnotherPath() {
        network.failLink(A_B);

        assertThat(network.uplinkPath(0, 0).countries()).containsExactly("ES", "FR", "DE", "AT", "HU");
        assertThat(detourNanos()).isBetween(2 * DEGREE_NANOS + 28 * DEGREE_NANOS / 10, 5 * DEGREE_NANOS);
        network.sendUp(0, 0, 0, 0, MEGABYTE, 0);
        long whole = SENT + detourNanos() + 3 * SENT; // the radio's, then two links and the connection
        assertThat(bench.run().get(0).atNanos()).isCloseTo(whole, within(2L));
        assertThat(network.detours()).isEqualTo(1);

        network.repairLink(A_B);
        assertThat(network.uplinkPath(0, 0).countries()).containsExactly("ES", "FR", "CH", "AT", "HU");
        assertThat(network.meanRoundTripSeconds(0, 0)).isCloseTo(8 * DEGREE_NANOS / 1e9, within(1e-12));
    }

    @Test
    void whatIsUnderWayGoesOnByTheWayItHas() {
        network.sendUp(0, 0, 0, 0, MEGABYTE, 0);
        bench.at(SENT + DEGREE_NANOS + 1, () -> network.failLink(B_C));

        assertThat(bench.run()).containsExactly(new Delivery(0, Network.UPLINK, SENT + STRAIGHT));
        assertThat(network.detours()).isZero();
    }

    @Test
    void aLinkIsUpWhenNoReasonIsLeft() {
        network.failLink(A_B);
        network.failLink(A_B);
        network.repairLink(A_B);
        assertThat(network.isLinkUp(A_B)).isFalse();

        network.repairLink(A_B);
        assertThat(network.isLinkUp(A_B)).isTrue();
    }

    @Test
    void whereNoWayIsLeftAnswersWaitForOneInOrder() {
        cutOff();
        assertThat(network.reaches(0, 0)).isFalse();
        assertThat(network.meanRoundTripSeconds(0, 0)).isInfinite();
        network.sendDown(0, 0, 0, 0, MEGABYTE, 0, 1);
        network.sendDown(0, 0, 0, 0, MEGABYTE, 0, 2);
        bench.at(5_000_000_000L, () -> network.repairLink(B_C)).at(6_000_000_000L, () -> network.repairLink(A_B));

        assertThat(bench.run())
                .containsExactly(
                        new Delivery(0, 1, 6_000_000_000L + STRAIGHT + SENT),
                        new Delivery(0, 2, 6_000_000_000L + STRAIGHT + 2 * SENT));
        assertThat(network.stalls()).isEqualTo(2);
    }

    @Test
    void whereNoWayIsLeftWhatGoesUpIsLostAtTheUpf() {
        cutOff();
        network.sendUp(3, 0, 0, 0, MEGABYTE, 0);

        assertThat(bench.run()).isEmpty();
        assertThat(bench.losses).containsExactly(new Delivery(3, Network.UPLINK, SENT));
        assertThat(network.bytesLost()).isEqualTo(MEGABYTE);
        assertThat(network.bytesOnTheWayUp()).isZero();
        assertThat(network.transfersInFlight()).isZero();
    }

    /** The first goes around, 3.7 ms longer; the way is straight again when the second is sent. */
    @Test
    void aLaterTransferOnAShorterWayDoesNotOvertakeAnEarlierOne() {
        network.failLink(A_B);
        long detour = detourNanos();
        network.sendDown(0, 0, 0, 0, MEGABYTE, 0, 1);
        bench.at(1, () -> network.repairLink(A_B)).at(2, () -> network.sendDown(0, 0, 0, 0, 1, 0, 2));

        List<Delivery> deliveries = bench.run();

        assertThat(deliveries).extracting(Delivery::leg).containsExactly(1, 2);
        assertThat(deliveries.get(0).atNanos()).isCloseTo(4 * SENT + detour, within(2L));
        assertThat(deliveries.get(1).atNanos()).isEqualTo(deliveries.get(0).atNanos());
    }

    private void cutOff() {
        network.failLink(A_B);
        network.failLink(B_C);
        network.failLink(A_N);
    }
}
