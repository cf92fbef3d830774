package org.tafsim.scenario.topology;

import java.util.List;
import java.util.Optional;
import org.tafsim.scenario.catalog.Catalog;
import org.tafsim.scenario.catalog.Gazetteer;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problem;
import org.tafsim.scenario.source.Problems;

/** Reads networks for tests. */
final class Networks {

    static final Gazetteer GAZETTEER = Gazetteer.of(Catalog.shipped());

    static final TopologyFiles FILES = new TopologyFiles(Catalog.shipped());

    private Networks() {}

    static Topology read(String text) {
        return read(text, TopologyChoices.none());
    }

    static Topology read(String text, TopologyChoices choices) {
        Problems problems = new Problems();
        Optional<Topology> topology = FILES.read(Place.of("net"), "net", text, choices, problems);
        return topology.orElseThrow(() -> new AssertionError(problems.list()));
    }

    /** The problems of a text, each as its line. */
    static List<String> problems(String text) {
        return problems(text, TopologyChoices.none());
    }

    static List<String> problems(String text, TopologyChoices choices) {
        Problems problems = new Problems();
        Optional<Topology> topology = FILES.read(Place.of("net"), "net", text, choices, problems);
        if (topology.isPresent()) {
            throw new AssertionError("It was read: " + topology.get());
        }
        return problems.list().stream().map(Problem::toString).toList();
    }

    /** How far a node lies from the city of the catalog that it is called after (m). */
    static double distanceToCity(Topology.Node node) {
        return GAZETTEER.find(node.name()).orElseThrow().location().distanceMeters(node.location());
    }

    /** GraphML whose keys have these ids: d0 label, d1 Latitude, d2 Longitude, d3 Country, d4 LinkSpeedRaw, d5 LinkSpeed, d6 LinkSpeedUnits. */
    static String graphMl(String edgeDefault, String body) {
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
                  <key attr.name="label" attr.type="string" for="node" id="d0" />
                  <key attr.name="Latitude" attr.type="double" for="node" id="d1" />
                  <key attr.name="Longitude" attr.type="double" for="node" id="d2" />
                  <key attr.name="Country" attr.type="string" for="node" id="d3" />
                  <key attr.name="LinkSpeedRaw" attr.type="double" for="edge" id="d4" />
                  <key attr.name="LinkSpeed" attr.type="string" for="edge" id="d5" />
                  <key attr.name="LinkSpeedUnits" attr.type="string" for="edge" id="d6" />
                  <graph edgedefault="%s">
                %s  </graph>
                </graphml>
                """.formatted(edgeDefault, body);
    }

    static String node(int id, String label, double latitude, double longitude, String country) {
        return """
                    <node id="%d"><data key="d0">%s</data><data key="d1">%s</data><data key="d2">%s</data><data key="d3">%s</data></node>
                """.formatted(id, label, latitude, longitude, country);
    }

    /** A node without coordinates and country. */
    static String node(int id, String label) {
        return "    <node id=\"%d\"><data key=\"d0\">%s</data></node>\n".formatted(id, label);
    }

    static String edge(int from, int to, String data) {
        return "    <edge source=\"%d\" target=\"%d\">%s</edge>\n".formatted(from, to, data);
    }
}
