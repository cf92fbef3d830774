package org.tafsim.scenario.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.tafsim.scenario.topology.Networks.edge;
import static org.tafsim.scenario.topology.Networks.graphMl;
import static org.tafsim.scenario.topology.Networks.node;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class GraphMlReaderTest {

    private static final String OSLO = node(0, "Oslo", 59.91, 10.75, "Norway");
    private static final String BERGEN = node(1, "Bergen", 60.39, 5.32, "Norway");
    private static final String STAVANGER = node(2, "Stavanger", 58.97, 5.73, "Norway");

    @Test
    void keysAreFoundByTheNamesOfTheirAttributesWhateverTheirIds() {
        String text = graphMl("undirected", OSLO + BERGEN + edge(0, 1, "<data key=\"d4\">10000000000.0</data>"));
        String swapped =
                text.replace("\"d1\"", "\"x\"").replace("\"d2\"", "\"d1\"").replace("\"x\"", "\"d2\"");

        assertThat(Networks.read(swapped).nodes()).isEqualTo(Networks.read(text).nodes());
        assertThat(Networks.read(text).nodes())
                .extracting(Topology.Node::id, Topology.Node::countryCode)
                .containsExactly(tuple("oslo", "NO"), tuple("bergen", "NO"));
    }

    @Test
    void capacityIsTheRawSpeedElseTheSpeedInItsUnitElseTheUsual() {
        Topology topology = Networks.read(graphMl(
                "undirected",
                OSLO
                        + BERGEN
                        + STAVANGER
                        + edge(0, 1, "<data key=\"d4\">155000000.0</data><data key=\"d5\">9</data>")
                        + edge(1, 2, "<data key=\"d5\">2.5</data><data key=\"d6\">G</data>")
                        + edge(2, 0, "<data key=\"d5\">&lt;10</data><data key=\"d6\">G</data>")));

        assertThat(topology.links().stream().map(link -> link.bitsPerSecond(7))).containsExactly(155e6, 2.5e9, 7.0);
    }

    @Test
    void parallelLinksBecomeOneWithTheirCapacitiesAddedAndLoopsAreLeftOut() {
        Topology topology = Networks.read(graphMl(
                "undirected",
                OSLO
                        + BERGEN
                        + edge(0, 1, "<data key=\"d4\">1e9</data>")
                        + edge(1, 0, "<data key=\"d4\">2e9</data>")
                        + edge(0, 1, "")
                        + edge(1, 1, "")));

        assertThat(topology.links()).hasSize(1);
        assertThat(topology.links().get(0).bitsPerSecond(100e9)).isEqualTo(103e9);
        assertThat(topology.notes())
                .anyMatch(note -> note.contains("1 pair of nodes is joined by parallel links"))
                .anyMatch(note -> note.contains("left out 1 link from a node to itself"));
    }

    @Test
    void theWayBackOfADirectedLinkAddsNoCapacity() {
        Topology topology = Networks.read(graphMl(
                "directed",
                OSLO + BERGEN + edge(0, 1, "<data key=\"d4\">1e9</data>") + edge(1, 0, "<data key=\"d4\">1e9</data>")));

        assertThat(topology.links().get(0).bitsPerSecond(0)).isEqualTo(1e9);
        assertThat(topology.notes()).anyMatch(note -> note.contains("the graph is directed"));
    }

    @Test
    void aNodeWithoutCoordinatesIsPlacedByTheNameOfACity() {
        Topology topology = Networks.read(graphMl("undirected", OSLO + node(1, "København") + edge(0, 1, "")));

        assertThat(topology.nodes().get(1).countryCode()).isEqualTo("DK");
        assertThat(topology.notes())
                .anyMatch(note -> note.contains("placed by name alone") && note.contains("København"));
    }

    @Test
    void aNodeWithoutCoordinatesAndKnownNameIsLeftOutWithItsLinksAndWhatItHeldTogether() {
        Topology topology = Networks.read(graphMl(
                "undirected",
                OSLO + BERGEN + STAVANGER + node(3, "GEANT") + edge(0, 1, "") + edge(1, 3, "") + edge(3, 2, "")));

        assertThat(topology.nodes()).extracting(Topology.Node::name).containsExactly("Oslo", "Bergen");
        assertThat(topology.stated()).isEqualTo(new Topology.Stated(4, 3, 1));
        assertThat(topology.notes())
                .anyMatch(note -> note.contains("left out 1 node without coordinates") && note.contains("GEANT"))
                .anyMatch(note -> note.contains("2 links are left out"))
                .anyMatch(note -> note.contains("2 parts: kept the largest, and left out 1 node: Stavanger"));
    }

    @Test
    void repeatedNamesGetIdsOfTheirOwn() {
        Topology topology =
                Networks.read(graphMl("undirected", OSLO + node(1, "Oslo", 59.9, 10.7, "Norway") + edge(0, 1, "")));

        assertThat(topology.nodes()).extracting(Topology.Node::id).containsExactly("oslo", "oslo-2");
    }

    @Test
    void aNodeInACountryThatTheCatalogLacksIsLeftOutWithItsCountryNamed() {
        Topology topology = Networks.read(graphMl(
                "undirected",
                OSLO + BERGEN + node(2, "Minsk", 53.9, 27.6, "Belarus") + edge(0, 1, "") + edge(0, 2, "")));

        assertThat(topology.nodes()).hasSize(2);
        assertThat(topology.notes()).anyMatch(note -> note.contains("in Belarus, which the catalog lacks: Minsk"));
    }

    @Test
    void whereMostNodesHaveNoPlaceTheFileIsRefused() {
        String text = graphMl("undirected", OSLO + node(1, "A") + node(2, "B") + edge(0, 1, "") + edge(1, 2, ""));

        assertThat(Networks.problems(text))
                .singleElement()
                .asString()
                .startsWith("net: only 1 of 3 nodes have a place and a country: ");
    }

    @Test
    void europeLeavesOutWhatLiesBeyondAndSaysSo() {
        String text = graphMl(
                "undirected",
                OSLO + BERGEN + node(2, "New York", 40.7, -74.0, "United States") + edge(0, 1, "") + edge(0, 2, ""));

        assertThat(Networks.read(text).nodes()).hasSize(3);
        assertThat(Networks.read(text).notes()).anyMatch(note -> note.contains("1 node outside Europe (--europe"));
        Topology europe = Networks.read(text, new TopologyChoices(Optional.empty(), true));
        assertThat(europe.nodes()).hasSize(2);
        assertThat(europe.notes()).anyMatch(note -> note.contains("left out 1 node outside Europe: New York"));
    }

    @Test
    void aNodeFarFromTheCityOfItsNameIsKeptAndTold() {
        Topology topology = Networks.read(
                graphMl("undirected", OSLO + node(1, "New York", 53.1, -0.1, "United Kingdom") + edge(0, 1, "")));

        assertThat(topology.nodes()).hasSize(2);
        assertThat(topology.notes())
                .anyMatch(note -> note.contains("far from the city of that name") && note.contains("New York (5,5"));
    }

    @Test
    void whatIsWrongIsToldAllAtOnceWithItsLine() {
        String text = graphMl(
                "undirected",
                OSLO
                        + node(0, "Oslo", 59.91, 10.75, "Norway")
                        + "    <node id=\"7\"><data key=\"d1\">north</data><data key=\"d2\">1</data></node>\n"
                        + edge(0, 9, "")
                        + "    <node id=\"8\"><data key=\"zz\">1</data></node>\n"
                        + "    <node id=\"6\"><data key=\"d1\">1</data></node>\n");

        assertThat(Networks.problems(text))
                .hasSize(5)
                .anyMatch(problem -> problem.startsWith("net:12:") && problem.contains("two nodes have the id '0'"))
                .anyMatch(problem -> problem.startsWith("net:13:") && problem.contains("\"north\" is not a number"))
                .anyMatch(problem -> problem.startsWith("net:14:") && problem.contains("ends at '9'"))
                .anyMatch(problem -> problem.startsWith("net:15:") && problem.contains("'zz' is not declared"))
                .anyMatch(
                        problem -> problem.startsWith("net:16:") && problem.contains("one of longitude and latitude"));
    }
}
