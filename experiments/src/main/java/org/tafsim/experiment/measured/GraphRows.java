package org.tafsim.experiment.measured;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.tafsim.model.TransportSpec.Graph;
import org.tafsim.scenario.TransportFragment;
import org.tafsim.scenario.catalog.Catalog;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.topology.TopologyChoices;
import org.tafsim.scenario.topology.TopologyFiles;

/**
 * Azure's round trips between cities on a published topology, as {@code topology import} makes a transport of it with the usual route
 * factor and constant of graphs.
 */
final class GraphRows {

    /** None of them is cost266, on which the usual factor was fitted. */
    static final List<String> FILES = List.of("topohub/sndlib/nobel-eu.json", "topohub/backbone/europe_nosc.json");

    /** A city joins a network that has a node so near (m): in its region. */
    private static final double NEAR_METERS = 50e3;

    private static final double USUAL_BITS_PER_SECOND = 100e9;

    private GraphRows() {}

    /**
     * Rows on one topology; none where that or the table cannot be read.
     *
     * @param azure the table of round trips
     */
    static Function<Path, List<NetworkRow>> on(Path azure, Catalog catalog) {
        if (!Files.isRegularFile(azure)) {
            return file -> List.of();
        }
        return file -> new TopologyFiles(catalog)
                .read(file, TopologyChoices.none(), new Problems())
                .map(topology -> {
                    Graph graph = TransportFragment.graph(topology, USUAL_BITS_PER_SECOND, "carrier");
                    return RoundTripRows.azure(azure, topology.name(), CityNetwork.near(graph, NEAR_METERS));
                })
                .orElse(List.of());
    }
}
