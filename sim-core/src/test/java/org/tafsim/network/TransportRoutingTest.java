package org.tafsim.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.tafsim.network.Places.DEGREE_NANOS;
import static org.tafsim.network.Places.east;
import static org.tafsim.network.Places.node;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.model.GeoPoint;
import org.tafsim.model.TransportRouting;
import org.tafsim.model.TransportRouting.Metric;
import org.tafsim.model.TransportSpec.Graph;
import org.tafsim.model.TransportSpec.Graph.Node;
import org.tafsim.model.TransportSpec.Graph.TransportLink;
import org.tafsim.network.NetworkBench.Delivery;
import org.tafsim.testing.ScenarioBuilder;

/** From A at 1° to C at 3°: over B in between, by one long link far in the north, or by fat links over N. */
class TransportRoutingTest {
    private static final List<Node> NODES = List.of(
            node("A", "FR", 1), node("B", "CH", 2), node("C", "AT", 3), new Node("N", "DE", new GeoPoint(1, 2)));
    private static final List<TransportLink> LINKS = List.of(
            new TransportLink("A", "B", 1e9, "one"),
            new TransportLink("B", "C", 1e9, "two"),
            new TransportLink("A", "N", 1e10, "one"),
            new TransportLink("N", "C", 1e10, "one"),
            new TransportLink("A", "C", 1e8, "three"));

    private static ScenarioBuilder ends(Graph graph) {
        return new ScenarioBuilder()
                .transport(graph)
                .access(ScenarioBuilder.INSTANT)
                .upf("upf", "FR", east(1))
                .site("site", "AT", east(3), 1e9)
                .population("user", "FR", east(1), "instant", "upf");
    }

    private static List<String> way(Metric metric, List<String> countries, List<String> operators) {
        Graph graph = new Graph(NODES, LINKS, 2, 5, 0, 0, new TransportRouting(metric, countries, operators));
        Network network = new NetworkBench(ends(graph).build()).network;
        network.countDown(0, 0, 1);
        return network.listLinks().stream()
                .filter(link -> network.bytesCarried(network.listLinks().indexOf(link)) > 0)
                .map(LinkFacts::id)
                .toList();
    }

    @Test
    void eachMetricHasItsOwnPath() {
        assertThat(way(Metric.LATENCY, List.of(), List.of())).containsExactly("site:out", "C>A");
        assertThat(way(Metric.HOPS, List.of(), List.of())).containsExactly("site:out", "C>A");
        assertThat(way(Metric.CAPACITY, List.of(), List.of())).containsExactly("site:out", "N>A", "C>N");
        assertThat(way(Metric.HOPS, List.of(), List.of("three"))).containsExactly("site:out", "B>A", "C>B");
    }

    @Test
    void whatIsAvoidedIsGoneAround() {
        assertThat(way(Metric.LATENCY, List.of("CH"), List.of("three"))).containsExactly("site:out", "N>A", "C>N");
        assertThat(way(Metric.LATENCY, List.of(), List.of("two", "three"))).containsExactly("site:out", "N>A", "C>N");
    }

    @Test
    void pathsMayBeginAndEndInWhatIsAvoided() {
        assertThat(way(Metric.LATENCY, List.of("FR", "AT"), List.of())).containsExactly("site:out", "C>A");
    }

    @Test
    void whereNoPathIsLeftTheScenarioIsRefused() {
        assertThatThrownBy(() -> way(Metric.LATENCY, List.of("CH", "DE"), List.of("three")))
                .hasMessage("No path that avoids CH, DE, three leads from UPF upf (at node A) to site site (at node C)."
                        + " Maybe the transport graph lacks a link.");
    }

    /** Three nodes on the way, two links. */
    @Test
    void everyNodeTakesItsTimeBothWays() {
        Graph plain = new Graph(NODES, LINKS.subList(0, 2), 2, 5, 0);
        Graph slow = new Graph(NODES, LINKS.subList(0, 2), 2, 5, 0, 20_000, TransportRouting.USUAL);
        Network fast = new NetworkBench(ends(plain).build()).network;
        NetworkBench bench = new NetworkBench(ends(slow).build());

        assertThat(bench.network.meanRoundTripSeconds(0, 0) - fast.meanRoundTripSeconds(0, 0))
                .isCloseTo(6 * 20e-6, within(1e-12));
        bench.network.sendUp(0, 0, 0, 0, 0, 0);
        bench.network.sendDown(1, 0, 0, 0, 0, 1, 1);
        long oneWay = 2 * DEGREE_NANOS + 60_000;
        assertThat(bench.run())
                .containsExactlyInAnyOrder(new Delivery(0, Network.UPLINK, oneWay), new Delivery(1, 1, oneWay));
    }

    /** Pollaczek and Khinchine for packets of one size: ρ / (2 (1 − ρ)) of their 12 µs at 1 Gbit/s. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.5, 0.8})
    void backgroundTrafficMakesWaitAndTakesCapacity(double load) {
        List<TransportLink> links =
                List.of(new TransportLink("A", "B", 1e9, "one", load), new TransportLink("B", "C", 1e9, "two"));
        NetworkBench bench =
                new NetworkBench(ends(new Graph(NODES, links, 2, 5, 0)).build());
        long wait = (long) Math.ceil(12_000 * load / (2 * (1 - load)));

        bench.network.sendUp(0, 0, 0, 0, 1_000_000, 0);

        long bytes = 8_000_000 + (long) Math.ceil(8_000_000 / (1 - load)) + 8_000_000 + 8_000_000;
        assertThat(bench.run().get(0).atNanos()).isCloseTo(bytes + 2 * DEGREE_NANOS + wait, within(2L));
    }

    @Test
    void aLinkThatIsFullIsRefused() {
        assertThatThrownBy(() -> new TransportLink("A", "B", 1e9, "one", 1))
                .hasMessage("Link A-B: the load (1.0) must be at least 0 and less than 1.");
    }
}
