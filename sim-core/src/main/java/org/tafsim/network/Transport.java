package org.tafsim.network;

import org.tafsim.model.Scenario;
import org.tafsim.model.TransportSpec;

/** The network between UPFs and sites, both by scenario index. */
interface Transport {

    /** The way from a UPF to a site; {@link Route#NONE} where links that are down leave none. Not remembered here. */
    Route route(int upf, int site);

    /** The way from one site to another, or none. Not remembered here. */
    Route between(int from, int to);

    /** Adds countries and operators between the two, ends not counted. */
    void collect(int upf, int site, PathFacts.Collector facts);

    /** One more reason for a link to be down, both ways. @return whether ways may have changed */
    default boolean fail(int link) {
        throw new IllegalArgumentException("There is no link %d: the transport is no graph.".formatted(link));
    }

    /** One reason less. @return whether ways may have changed */
    default boolean repair(int link) {
        throw new IllegalArgumentException("There is no link %d: the transport is no graph.".formatted(link));
    }

    default boolean isUp(int link) {
        return true;
    }

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
