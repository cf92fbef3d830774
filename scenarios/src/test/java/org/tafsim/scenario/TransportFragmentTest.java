package org.tafsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.model.GeoPoint;
import org.tafsim.model.TransportSpec;
import org.tafsim.scenario.topology.Topology;
import org.tafsim.testing.SeedSource;

class TransportFragmentTest {

    private static final double USUAL = 100e9;

    private static TransportSpec.Graph pasted(Topology topology, String... comments) {
        String fragment = TransportFragment.yaml(List.of(comments), topology, USUAL, "telco");
        return (TransportSpec.Graph) Readers.read(Readers.valid() + fragment).transport();
    }

    private static Topology of(List<Topology.Node> nodes, List<Topology.Link> links) {
        return new Topology(
                "t", "test", new Topology.Stated(nodes.size(), links.size(), 1), nodes, links, List.of(), List.of());
    }

    @Test
    void aFragmentPastedIntoAScenarioReadsBackAsTheSameGraph() {
        Topology topology = of(
                List.of(
                        new Topology.Node("munich", "München", new GeoPoint(48.14, 11.58), "DE"),
                        new Topology.Node("node-1", "1: \"x\"\n", new GeoPoint(-33.9, 151.2), "AU"),
                        new Topology.Node("no", "No", new GeoPoint(59.91, -10.75), "NO")),
                List.of(
                        new Topology.Link(0, 1, 0, 2, OptionalDouble.empty(), ""),
                        new Topology.Link(1, 2, 155e6, 0, OptionalDouble.empty(), ""),
                        new Topology.Link(2, 0, 2.5e9, 1, OptionalDouble.empty(), "")));

        TransportSpec.Graph graph = pasted(topology, "a name with a\nnew: line", "another");

        assertThat(graph.nodes())
                .isEqualTo(topology.nodes().stream()
                        .map(node -> new TransportSpec.Graph.Node(node.id(), node.countryCode(), node.location()))
                        .toList());
        assertThat(graph.links())
                .containsExactly(
                        new TransportSpec.Graph.TransportLink("munich", "node-1", 200e9, "telco"),
                        new TransportSpec.Graph.TransportLink("node-1", "no", 155e6, "telco"),
                        new TransportSpec.Graph.TransportLink("no", "munich", 102.5e9, "telco"));
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 30)
    void anyTopologyReadsBackWithItsLengthsAndCapacities(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Topology.Node> nodes = new ArrayList<>();
        List<Topology.Link> links = new ArrayList<>();
        int count = random.nextInt(2, 22);
        for (int i = 0; i < count; i++) {
            GeoPoint point = new GeoPoint(random.nextDouble(-80, 80), random.nextDouble(-180, 180));
            nodes.add(new Topology.Node("n" + i, "node " + (char) random.nextInt('!', 0x17f), point, "DE"));
            if (i > 0) {
                double stated = Math.rint(random.nextDouble(1e3, 1e12));
                links.add(
                        new Topology.Link(random.nextInt(i), i, stated, random.nextInt(3), OptionalDouble.empty(), ""));
            }
        }
        Topology topology = of(nodes, links);

        TransportSpec.Graph graph = pasted(topology);

        for (int i = 0; i < links.size(); i++) {
            assertThat(graph.links().get(i).bitsPerSecond())
                    .isEqualTo(links.get(i).bitsPerSecond(USUAL));
        }
        for (int i = 0; i < nodes.size(); i++) {
            assertThat(graph.nodes()
                            .get(i)
                            .location()
                            .distanceMeters(nodes.get(i).location()))
                    .isEqualTo(0, within(10.0));
        }
    }
}
