package org.tafsim.scenario;

import org.tafsim.model.GeoPoint;
import org.tafsim.model.TransportRouting;
import org.tafsim.model.TransportSpec;
import org.tafsim.model.TransportSpec.Graph;
import org.tafsim.model.TransportSpec.GreatCircle;

/** Writes how traffic travels, and points on the map. */
final class TransportWriter {

    private TransportWriter() {}

    static String yaml(TransportSpec transport) {
        if (transport instanceof GreatCircle circle) {
            return measures("great-circle", circle.routeFactor(), circle.nanosPerMeter(), circle.fixedNanos())
                    .toString();
        }
        Graph graph = (Graph) transport;
        Entry entry = measures("graph", graph.routeFactor(), graph.nanosPerMeter(), graph.fixedNanos());
        if (graph.hopNanos() > 0) {
            entry.duration("hop", graph.hopNanos());
        }
        if (!graph.routing().equals(TransportRouting.USUAL)) {
            entry.raw("routing", routing(graph.routing()));
        }
        return entry.raw("nodes", YamlText.list(graph.nodes(), TransportWriter::node))
                .raw("links", YamlText.list(graph.links(), TransportWriter::link))
                .toString();
    }

    /** Adds a latitude and a longitude (degrees). */
    static Entry point(Entry entry, GeoPoint point) {
        return entry.number("latitude", point.latitudeDegrees()).number("longitude", point.longitudeDegrees());
    }

    private static Entry measures(String type, double factor, double nanosPerMeter, long fixedNanos) {
        return new Entry()
                .word("type", type)
                .number("routeFactor", factor)
                .quantity("propagation", nanosPerMeter, "ns/m")
                .duration("fixed", fixedNanos);
    }

    private static String node(Graph.Node node) {
        Entry entry = new Entry().word("id", node.id()).word("city", node.id()).word("country", node.countryCode());
        return point(entry, node.location()).toString();
    }

    private static String link(Graph.TransportLink link) {
        Entry entry = new Entry()
                .word("from", link.from())
                .word("to", link.to())
                .quantity("capacity", link.bitsPerSecond(), "bit/s")
                .word("operator", link.operatorId());
        return (link.load() == 0 ? entry : entry.number("load", link.load())).toString();
    }

    private static String routing(TransportRouting routing) {
        Entry avoid = new Entry();
        if (!routing.avoidedCountries().isEmpty()) {
            avoid.words("countries", routing.avoidedCountries());
        }
        if (!routing.avoidedOperators().isEmpty()) {
            avoid.words("operators", routing.avoidedOperators());
        }
        Entry entry = new Entry().word("metric", routing.metric().word());
        return (routing.isSelective() ? entry.raw("avoid", avoid.toString()) : entry).toString();
    }
}
