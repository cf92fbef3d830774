package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.model.TransportRouting;
import org.tafsim.model.TransportRouting.Metric;
import org.tafsim.model.TransportSpec;
import org.tafsim.model.TransportSpec.Graph;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Quantities;

/** Reads how traffic travels between UPFs and sites. */
final class TransportSection {

    private enum Type {
        GREAT_CIRCLE,
        GRAPH
    }

    private static final TransportSpec.GreatCircle USUAL = TransportSpec.GreatCircle.USUAL;

    /** Links of a graph against their great circle: fit of the same pairs on the cost266 graph. */
    static final double LINK_FACTOR = 1.49;

    private static final Format<Metric> METRIC = Format.constant("a metric of paths", Metric.class);
    private static final Format<Double> LOAD = Quantities.FRACTION.that(value -> value < 1, "be less than the whole");

    static final long GRAPH_FIXED_NANOS = 1_850_000;

    private final Reading reading;
    private final Format<String> operator;

    TransportSection(Reading reading, Format<String> operator) {
        this.reading = reading;
        this.operator = operator;
    }

    Optional<TransportSpec> read(Keys scenario) {
        Keys keys = scenario.mapping("transport", "the transport")
                .orElseGet(() -> Keys.empty(scenario.at(), "the transport", reading.problems()));
        Type type = keys.optional("type", Format.constant("a type of transport", Type.class), Type.GREAT_CIRCLE);
        boolean isGraph = type == Type.GRAPH;
        double factor =
                keys.optional("routeFactor", Quantities.POSITIVE_NUMBER, isGraph ? LINK_FACTOR : USUAL.routeFactor());
        double propagation = keys.optional("propagation", Quantities.PROPAGATION, USUAL.nanosPerMeter());
        long fixed = keys.optional("fixed", Quantities.DURATION, isGraph ? GRAPH_FIXED_NANOS : USUAL.fixedNanos());
        Optional<TransportSpec> transport = isGraph
                ? graph(keys, factor, propagation, fixed)
                : reading.problems().build(keys.at(), () -> new TransportSpec.GreatCircle(factor, propagation, fixed));
        keys.done();
        return transport;
    }

    private Optional<TransportSpec> graph(Keys keys, double factor, double propagation, long fixed) {
        Ids ids = new Ids("node", reading.problems());
        List<Graph.Node> nodes = new ArrayList<>();
        for (Node item : keys.items("nodes")) {
            Keys node = reading.keys(item, "a transport node");
            String id = node.required("id", Format.TEXT);
            ids.claim(id, node.at("id"));
            Reading.Location location = reading.location(node);
            node.done();
            nodes.add(new Graph.Node(id, location.countryCode(), location.point()));
        }
        long hop = keys.optional("hop", Quantities.DURATION, 0L);
        TransportRouting routing = routing(keys);
        List<Graph.TransportLink> links = new ArrayList<>();
        for (Node item : keys.items("links")) {
            Keys link = reading.keys(item, "a transport link");
            String from = link.required("from", ids.reference());
            String to = link.required("to", ids.reference());
            double capacity = link.required("capacity", Quantities.DATA_RATE);
            String carrier = link.required("operator", operator);
            double load = link.optional("load", LOAD, 0.0);
            link.done();
            links.add(new Graph.TransportLink(from, to, capacity, carrier, load));
        }
        return reading.problems()
                .build(keys.at(), () -> new Graph(nodes, links, factor, propagation, fixed, hop, routing));
    }

    private TransportRouting routing(Keys keys) {
        Optional<Keys> stated = keys.mapping("routing", "the routing");
        if (stated.isEmpty()) {
            return TransportRouting.USUAL;
        }
        Keys routing = stated.get();
        Metric metric = routing.optional("metric", METRIC, Metric.LATENCY);
        Optional<Keys> avoid = routing.mapping("avoid", "what is avoided");
        List<String> countries =
                avoid.map(what -> reading.countries(what, "countries")).orElse(List.of());
        List<String> operators =
                avoid.map(what -> what.oneOrMore("operators", operator)).orElse(List.of());
        avoid.ifPresent(Keys::done);
        routing.done();
        return new TransportRouting(metric, countries, operators);
    }
}
