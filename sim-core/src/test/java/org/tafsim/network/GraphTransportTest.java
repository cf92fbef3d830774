package org.tafsim.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.tafsim.network.Places.DEGREE_NANOS;
import static org.tafsim.network.Places.TWO_DEGREES_NANOS;
import static org.tafsim.network.Places.east;
import static org.tafsim.network.Places.graph;
import static org.tafsim.network.Places.link;
import static org.tafsim.network.Places.node;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafsim.model.GeoPoint;
import org.tafsim.model.TransportSpec.Graph;
import org.tafsim.model.TransportSpec.Graph.Node;
import org.tafsim.model.TransportSpec.Graph.TransportLink;
import org.tafsim.network.NetworkBench.Delivery;
import org.tafsim.testing.ScenarioBuilder;

/** Paths worked out by hand: user and UPF at 0°, site at 4° east, nodes a degree apart in between. */
class GraphTransportTest {
    private static final long MEGABYTE = 1_000_000;
    private static final long GIGABIT_MEGABYTE = 8_000_000;
    private static final long INSTANT_MEGABYTE = 8_000_000; // the radio's, at 1 Gbit/s
    private static final Node A = node("A", "FR", 1);
    private static final Node B = node("B", "CH", 2);
    private static final Node C = node("C", "AT", 3);
    private static final Node NORTH = new Node("N", "DE", new GeoPoint(1, 2));

    private static ScenarioBuilder ends(Graph graph) {
        return new ScenarioBuilder()
                .transport(graph)
                .access(ScenarioBuilder.INSTANT)
                .upf("upf", "ES", east(0))
                .site("site", "HU", east(4), 1e9)
                .population("user", "ES", east(0), "instant", "upf");
    }

    private static NetworkBench bench(Graph graph) {
        return new NetworkBench(ends(graph).build());
    }

    @Test
    void whatSitesSendEachOtherCrossesTheConnectionsOfBothAndTheLinksBetween() {
        ScenarioBuilder two = ends(graph(List.of(A, B, C), "A-B", "B-C")).site("other", "ES", east(0), 1e9);
        NetworkBench bench = new NetworkBench(two.build());
        bench.network.sendBetween(7, 0, 1, MEGABYTE, 3);
        bench.network.sendBetween(8, 1, 1, MEGABYTE, 3);

        long across = 4 * GIGABIT_MEGABYTE // out, C to B, B to A, in
                + 2 * DEGREE_NANOS // between the nodes
                + 2 * DEGREE_NANOS; // site to C, A to the other site
        assertThat(bench.run()).containsExactly(new Delivery(8, 3, 0), new Delivery(7, 3, across));
        assertThat(carried(bench)).containsExactly("site:out", "other:in", "B>A", "C>B");
        assertThat(bench.network.bytesBetweenSites()).isEqualTo(2 * MEGABYTE);
        assertThat(bench.network.secondsBetween(0, 1)).isCloseTo(4 * DEGREE_NANOS / 1e9, within(1e-12));
    }

    @Test
    void trafficTakesThePathOfLeastPropagationOverEveryLinkInTurn() {
        NetworkBench bench = bench(graph(List.of(A, NORTH, B, C), "A-N", "N-C", "A-B", "C-B"));
        bench.network.sendUp(0, 0, 0, 0, MEGABYTE, 0);

        long up = INSTANT_MEGABYTE
                + DEGREE_NANOS // UPF to A
                + 2 * (GIGABIT_MEGABYTE + DEGREE_NANOS) // A to B to C
                + DEGREE_NANOS // C to site
                + GIGABIT_MEGABYTE;
        assertThat(bench.run()).containsExactly(new Delivery(0, Network.UPLINK, up));
        assertThat(carried(bench)).containsExactly("site:in", "A>B", "B>C");
        assertThat(bench.network.meanRoundTripSeconds(0, 0)).isCloseTo(8 * DEGREE_NANOS / 1e9, within(1e-12));
    }

    @Test
    void theWayDownIsTheSameInReverse() {
        NetworkBench bench = bench(graph(List.of(A, NORTH, B, C), "A-N", "N-C", "A-B", "C-B"));
        bench.network.sendDown(0, 0, 0, 0, MEGABYTE, 0, 1);

        long down = 3 * GIGABIT_MEGABYTE + 4 * DEGREE_NANOS + INSTANT_MEGABYTE;
        assertThat(bench.run()).containsExactly(new Delivery(0, 1, down));
        assertThat(carried(bench)).containsExactly("site:out", "B>A", "C>B");
    }

    @Test
    void bytesOfAStreamAreCountedOnEveryLinkDown() {
        NetworkBench bench = bench(graph(List.of(A, B, C), "A-B", "B-C"));
        bench.network.countDown(0, 0, 77);

        assertThat(carried(bench)).containsExactly("site:out", "B>A", "C>B");
        assertThat(bench.run()).isEmpty();
    }

    @Test
    void pathsThatMeetShareTheLinkInOrderOfArrival() {
        NetworkBench bench = new NetworkBench(ends(graph(List.of(A, B, C), "A-B", "B-C"))
                .upf("upf-b", "CH", east(2))
                .population("user-b", "CH", east(2), "instant", "upf-b")
                .build());
        bench.network.sendUp(0, 0, 0, 0, MEGABYTE, 0); // at B after A-B
        bench.network.sendUp(1, 0, 1, 0, MEGABYTE, 1); // at B at once

        long firstAtB = INSTANT_MEGABYTE;
        long leavesB = firstAtB + GIGABIT_MEGABYTE;
        long secondAtB = INSTANT_MEGABYTE + DEGREE_NANOS + GIGABIT_MEGABYTE + DEGREE_NANOS;
        assertThat(secondAtB).isGreaterThan(leavesB);
        assertThat(bench.run())
                .containsExactly(
                        new Delivery(1, Network.UPLINK, leavesB + TWO_DEGREES_NANOS + GIGABIT_MEGABYTE),
                        new Delivery(0, Network.UPLINK, secondAtB + TWO_DEGREES_NANOS + 2 * GIGABIT_MEGABYTE));
    }

    @Test
    void ofParallelLinksTheOneOfGreatestCapacityIsUsed() {
        List<TransportLink> links = List.of(link("A-C", 1e8), link("C-A", 1e9), link("A-C", 1e9));
        NetworkBench bench = bench(graph(List.of(A, C), links));
        bench.network.sendUp(0, 0, 0, 0, MEGABYTE, 0);
        bench.run();

        assertThat(bench.network.listLinks())
                .extracting(LinkFacts::id)
                .containsExactly("site:in", "site:out", "A>C", "C>A", "C>A#2", "A>C#2", "A>C#3", "C>A#3");
        assertThat(carried(bench)).containsExactly("site:in", "A>C#2");
    }

    @Test
    void whereBothJoinAtTheSameNodeTheFiberIsDirect() {
        NetworkBench bench = bench(graph(List.of(A, node("W", "PT", -9)), "A-W"));

        assertThat(bench.network.meanRoundTripSeconds(0, 0)).isCloseTo(8 * DEGREE_NANOS / 1e9, within(1e-8));
        assertThat(bench.network.uplinkPath(0, 0).countries()).containsExactly("ES", "FR", "HU");
    }

    @Test
    void aPathNamesItsNodesCountriesAndItsCarriers() {
        NetworkBench bench = bench(graph(List.of(A, NORTH, B, C), "A-N", "N-C", "A-B", "C-B"));

        assertThat(bench.network.uplinkPath(0, 0))
                .isEqualTo(new PathFacts(
                        List.of("ES", "FR", "CH", "AT", "HU"), List.of("operator-upf", "carrier", "operator-site")));
    }

    @Test
    void aGraphInPartsIsRefusedWithThePair() {
        Graph parts = graph(List.of(A, B, C), "A-B");

        assertThatThrownBy(() -> bench(parts))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No path leads from UPF upf (at node A) to site site (at node C)."
                        + " Maybe the transport graph lacks a link.");
    }

    @Test
    void partsThatNobodyNeedsAreNoFault() {
        Graph parts = graph(List.of(A, NORTH, C, node("far", "GR", 40)), "A-N", "N-C");

        assertThat(bench(parts).network.listLinks()).hasSize(6);
    }

    @Test
    void faultyLinksAndNodesAreRefused() {
        assertThatThrownBy(() -> bench(graph(List.of(A, B), "A-X")))
                .hasMessage("The transport link A-X refers to the node X, which does not exist.");
        assertThatThrownBy(() -> bench(graph(List.of(A, B), "A-A")))
                .hasMessage("The transport link A-A must join two nodes.");
        assertThatThrownBy(() -> bench(graph(List.of(A, A), "A-A"))).hasMessage("Two transport nodes are called A.");
    }

    private static List<String> carried(NetworkBench bench) {
        List<LinkFacts> links = bench.network.listLinks();
        return links.stream()
                .filter(link -> bench.network.bytesCarried(links.indexOf(link)) > 0)
                .map(LinkFacts::id)
                .toList();
    }
}
