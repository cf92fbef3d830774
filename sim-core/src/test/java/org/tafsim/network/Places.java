package org.tafsim.network;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.model.GeoPoint;
import org.tafsim.model.TransportSpec.Graph;
import org.tafsim.model.TransportSpec.Graph.Node;
import org.tafsim.model.TransportSpec.Graph.TransportLink;

/** Places on the equator and graphs between them; at 10 ns/m, a degree takes 1,111,951 ns. */
final class Places {

    /** 6,371,008.8 m · π / 180 · 10 ns/m, rounded up. */
    static final long DEGREE_NANOS = 1_111_951;

    /** The same for two degrees. */
    static final long TWO_DEGREES_NANOS = 2_223_902;

    private Places() {}

    static GeoPoint east(double degrees) {
        return new GeoPoint(0, degrees);
    }

    /** A graph in fiber of 10 ns/m; links are written {@code A-B}, all of 1 Gbit/s and of one carrier. */
    static Graph graph(List<Node> nodes, String... links) {
        List<TransportLink> all = new ArrayList<>();
        for (String link : links) {
            all.add(link(link, 1e9));
        }
        return graph(nodes, all);
    }

    static Graph graph(List<Node> nodes, List<TransportLink> links) {
        return new Graph(nodes, links, 2, 5, 0);
    }

    static TransportLink link(String ends, double bitsPerSecond) {
        String[] pair = ends.split("-", 2);
        return new TransportLink(pair[0], pair[1], bitsPerSecond, "carrier");
    }

    /** A node on the equator. */
    static Node node(String id, String country, double eastDegrees) {
        return new Node(id, country, east(eastDegrees));
    }
}
