package org.tafsim.scenario.topology;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.tafsim.scenario.catalog.Catalog;
import org.tafsim.scenario.catalog.Gazetteer;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.SourceFile;

/**
 * Reads networks from files: GraphML as the Internet Topology Zoo has it, SNDlib's native text and XML, TopoHub's JSON. What
 * a file is, is told by what it begins with.
 */
public final class TopologyFiles {

    private final Gazetteer gazetteer;

    /** With the cities and countries of a catalog. */
    public TopologyFiles(Catalog catalog) {
        gazetteer = Gazetteer.of(catalog);
    }

    /** The network of a file, on the map; empty where it cannot be read or has no geography. The problems are noted. */
    public Optional<Topology> read(Path file, TopologyChoices choices, Problems problems) {
        return SourceFile.read(file, problems)
                .flatMap(text -> read(Place.of(file.toString()), stem(file), text, choices, problems));
    }

    private static String stem(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("(?<=.)\\.[^.]*$", "");
    }

    Optional<Topology> read(Place file, String name, String text, TopologyChoices choices, Problems problems) {
        return stated(file, name, text, problems)
                .flatMap(stated -> new TopologyPlacing(stated, choices, gazetteer, problems).place());
    }

    /** What a text states, before anything is judged. */
    static Optional<StatedTopology> stated(Place file, String name, String text, Problems problems) {
        String beginning = text.stripLeading();
        if (beginning.startsWith("{")) {
            return TopoHubReader.read(file, text, name, problems);
        }
        if (beginning.startsWith("<")) {
            return XmlTree.parse(file, text, problems).flatMap(root -> xml(file, name, root, problems));
        }
        if (beginning.startsWith(SndlibNativeReader.HEADER)) {
            return SndlibNativeReader.read(file, text, name, problems);
        }
        problems.report(
                file,
                "is no topology: it begins neither as XML (GraphML, SNDlib), nor as JSON (TopoHub), nor with \"%s\"."
                        .formatted(SndlibNativeReader.HEADER));
        return Optional.empty();
    }

    private static Optional<StatedTopology> xml(Place file, String name, XmlElement root, Problems problems) {
        switch (root.name().toLowerCase(Locale.ROOT)) {
            case "graphml" -> {
                return GraphMlReader.read(file, root, name, problems);
            }
            case "network" -> {
                return SndlibXmlReader.read(file, root, name, problems);
            }
            default -> {
                problems.report(
                        root.at(),
                        "is no topology: its root is <%s>, not <graphml> (GraphML) or <network> (SNDlib)."
                                .formatted(root.name()));
                return Optional.empty();
            }
        }
    }
}
