package org.tafsim.network;

import org.tafsim.model.Scenario;
import org.tafsim.model.TransportSpec;

/** The network between UPFs and sites, both by scenario index. */
interface Transport {

    /** The way from a UPF to a site. Not remembered here. */
    Route route(int upf, int site);

    /** The way from one site to another. Not remembered here. */
    Route between(int from, int to);

    /** Adds countries and operators between the two, ends not counted. */
    void collect(int upf, int site, PathFacts.Collector facts);

    /** The transport of a scenario; its links of limited capacity are added to those there are. */
    static Transport of(Scenario scenario, Links links) {
        if (scenario.transport() instanceof TransportSpec.GreatCircle greatCircle) {
            return new GreatCircleTransport(scenario, greatCircle);
        }
        if (scenario.transport() instanceof TransportSpec.Graph graph) {
            return new GraphTransport(scenario, graph, links);
        }
        throw new IllegalArgumentException("No transport is known for %s.".formatted(scenario.transport()));
    }

    /** Fiber as the scenario's transport has it. */
    static Fiber fiber(TransportSpec spec) {
        if (spec instanceof TransportSpec.GreatCircle greatCircle) {
            return new Fiber(greatCircle.routeFactor(), greatCircle.nanosPerMeter());
        }
        if (spec instanceof TransportSpec.Graph graph) {
            return new Fiber(graph.routeFactor(), graph.nanosPerMeter());
        }
        throw new IllegalArgumentException("No fiber is known for %s.".formatted(spec));
    }
}
