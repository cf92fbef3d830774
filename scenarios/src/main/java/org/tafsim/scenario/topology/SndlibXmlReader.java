package org.tafsim.scenario.topology;

import java.util.Optional;
import java.util.OptionalDouble;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;

/** Reads SNDlib's XML (Orlowski et al., Networks 55(3), 2010). Its capacities have no unit, and are left out. */
final class SndlibXmlReader {

    private SndlibXmlReader() {}

    static Optional<StatedTopology> read(Place file, XmlElement root, String fileName, Problems problems) {
        Optional<XmlElement> structure = root.find("networkStructure");
        Optional<XmlElement> nodes = structure.flatMap(found -> found.find("nodes"));
        if (structure.isEmpty() || nodes.isEmpty()) {
            problems.report(root.at(), "holds no networkStructure with nodes.");
            return Optional.empty();
        }
        TopologyDraft draft = new TopologyDraft(file, problems);
        nodes.get().all("node").forEach(node -> node(node, draft, problems));
        structure
                .get()
                .find("links")
                .ifPresent(links -> links.all("link")
                        .forEach(link -> draft.link(
                                link.at(),
                                link.findText("source").orElse(""),
                                link.findText("target").orElse(""),
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                link.attribute("id"))));
        root.find("demands")
                .ifPresent(demands -> demands.all("demand").forEach(demand -> demand(demand, draft, problems)));
        draft.note(SndlibNativeReader.NO_UNIT);
        return draft.finish("SNDlib XML", fileName, false, coordinates(nodes.get()));
    }

    private static Optional<Coordinates> coordinates(XmlElement nodes) {
        return nodes.attribute("coordinatesType").equals("pixel") ? Optional.of(Coordinates.PLANE) : Optional.empty();
    }

    private static void node(XmlElement node, TopologyDraft draft, Problems problems) {
        Optional<XmlElement> coordinates = node.find("coordinates");
        String id = node.attribute("id");
        draft.node(
                node.at(),
                id,
                id,
                Decimal.position(
                        node.at(),
                        coordinates.flatMap(found -> found.findText("x")),
                        coordinates.flatMap(found -> found.findText("y")),
                        problems),
                Optional.empty());
    }

    private static void demand(XmlElement demand, TopologyDraft draft, Problems problems) {
        draft.demand(
                demand.at(),
                demand.findText("source").orElse(""),
                demand.findText("target").orElse(""),
                Decimal.read(
                        demand.at(),
                        "the demand",
                        demand.findText("demandValue").orElse(""),
                        problems));
    }
}
