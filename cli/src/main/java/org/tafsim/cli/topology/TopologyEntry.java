package org.tafsim.cli.topology;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.tafsim.cli.console.Json;
import org.tafsim.scenario.topology.Topology;
import org.tafsim.scenario.topology.TopologyMeasures;

/** A topology in numbers, as JSON shows it: lengths in km, great circles. */
record TopologyEntry(
        String name,
        String format,
        Topology.Stated stated,
        int nodes,
        int links,
        int demands,
        Map<String, Long> countries,
        int degreeMin,
        BigDecimal degreeMean,
        int degreeMax,
        BigDecimal linkKmMin,
        BigDecimal linkKmMedian,
        BigDecimal linkKmMax,
        BigDecimal totalKm,
        BigDecimal diameterKm,
        int diameterHops,
        List<LongLink> longest,
        List<String> notes) {

    private static final int DECIMALS = 3;

    /** A link by the names of its ends. */
    record LongLink(String from, String to, BigDecimal km) {}

    static TopologyEntry of(Topology topology, TopologyMeasures measures) {
        List<Double> lengths = measures.linkMeters();
        return new TopologyEntry(
                topology.name(),
                topology.format(),
                topology.stated(),
                topology.nodes().size(),
                topology.links().size(),
                topology.demands().size(),
                measures.countries(),
                measures.degreeMin(),
                Json.decimal(measures.degreeMean(), DECIMALS),
                measures.degreeMax(),
                km(lengths.get(0)),
                km(measures.medianMeters()),
                km(lengths.get(lengths.size() - 1)),
                km(measures.totalMeters()),
                km(measures.diameterMeters()),
                measures.diameterHops(),
                measures.longest().stream()
                        .map(link -> new LongLink(
                                topology.nodes().get(link.from()).name(),
                                topology.nodes().get(link.to()).name(),
                                km(topology.meters(link))))
                        .toList(),
                topology.notes());
    }

    private static BigDecimal km(double meters) {
        return Json.decimal(meters / 1000, DECIMALS);
    }
}
