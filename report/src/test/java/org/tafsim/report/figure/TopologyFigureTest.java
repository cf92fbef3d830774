package org.tafsim.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.model.GeoPoint;
import org.tafsim.scenario.topology.Topology;

class TopologyFigureTest {

    private static Topology ring(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Topology.Node> nodes = IntStream.range(0, size)
                .mapToObj(i -> new Topology.Node(
                        "n" + i,
                        "Town & <" + i + ">",
                        new GeoPoint(random.nextDouble(45, 60), random.nextDouble(-5, 20)),
                        "DE"))
                .toList();
        List<Topology.Link> links = IntStream.range(0, size)
                .mapToObj(i -> new Topology.Link(i, (i + 1) % size, 0, 1, OptionalDouble.empty(), ""))
                .toList();
        return new Topology("ring", "test", new Topology.Stated(size, size, 1), nodes, links, List.of(), List.of());
    }

    @Test
    void theMapHasTheSameBytesAtEveryDrawingAndSaysWhatItShows() {
        String svg = TopologyFigure.of(ring(12, 1)).svg();

        assertThat(TopologyFigure.of(ring(12, 1)).svg()).isEqualTo(svg);
        assertThat(svg)
                .contains("<title>Map of the topology ring</title>", "12 nodes, 12 links", "Town &amp; &lt;0&gt;");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 50, 600})
    void anyNumberOfNodesIsDrawn(int size) {
        assertThat(TopologyFigure.of(ring(size, size)).png()).isNotEmpty();
    }

    @Test
    void nodesAtOnePlaceStillHaveAMap() {
        Topology.Node node = new Topology.Node("a", "a", new GeoPoint(50, 10), "DE");
        Topology topology = new Topology(
                "dot",
                "test",
                new Topology.Stated(2, 1, 1),
                List.of(node, node),
                List.of(new Topology.Link(0, 1, 0, 1, OptionalDouble.empty(), "")),
                List.of(),
                List.of());

        assertThat(TopologyFigure.of(topology).png()).isNotEmpty();
    }

    @Test
    void aKilometerEastIsAsLongAsAKilometerNorthAtTheMeanLatitude() {
        MapFrame frame = new MapFrame(0, 10, 50, 60).widenedTo(2);
        double middle = (frame.south() + frame.north()) / 2;
        double east =
                new GeoPoint(middle, frame.west()).distanceMeters(new GeoPoint(middle, frame.west() + 0.01)) * 100;
        double north = new GeoPoint(middle, 0).distanceMeters(new GeoPoint(middle + 0.01, 0)) * 100;

        double perWidth = (frame.east() - frame.west()) * east / 2;
        double perHeight = (frame.north() - frame.south()) * north;

        assertThat(perWidth).isEqualTo(perHeight, within(perHeight * 1e-3));
    }
}
