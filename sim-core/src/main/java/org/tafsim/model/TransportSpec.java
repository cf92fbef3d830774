package org.tafsim.model;

import java.util.List;

/** How traffic travels between UPFs and sites. */
public sealed interface TransportSpec {

    /**
     * No graph: distance times a factor.
     *
     * @param routeFactor fiber length over great circle
     * @param nanosPerMeter propagation in fiber (ns/m)
     * @param fixedNanos added to every path, one way
     */
    record GreatCircle(double routeFactor, double nanosPerMeter, long fixedNanos) implements TransportSpec {

        /**
         * Where nothing is stated: factor and constant fitted to 156 pairs of Azure regions in Europe, July 2023, light in fiber of
         * index 1.468.
         */
        public static final GreatCircle USUAL = new GreatCircle(2.13, 4.9, 870_000);

        /** Checks. */
        public GreatCircle {
            Require.positive(routeFactor, "Transport", "route factor");
            Require.positive(nanosPerMeter, "Transport", "propagation (ns/m)");
            Require.atLeastZero(fixedNanos, "Transport", "fixed delay (ns)");
        }
    }

    /**
     * A graph of links; traffic takes the path of least propagation. UPFs and sites join at the nearest node.
     *
     * @param nodes points of presence
     * @param links both ways
     * @param routeFactor fiber length over great circle, for links and for the way to the nearest node
     * @param nanosPerMeter propagation in fiber (ns/m)
     * @param fixedNanos added to every path, one way
     */
    record Graph(List<Node> nodes, List<TransportLink> links, double routeFactor, double nanosPerMeter, long fixedNanos)
            implements TransportSpec {

        /** A point of presence. */
        public record Node(String id, String countryCode, GeoPoint location) {}

        /**
         * A link.
         *
         * @param from node id
         * @param to node id
         * @param bitsPerSecond capacity each way
         * @param operatorId carrier
         */
        public record TransportLink(String from, String to, double bitsPerSecond, String operatorId) {
            /** Checks. */
            public TransportLink {
                Require.positive(bitsPerSecond, "Link %s-%s".formatted(from, to), "capacity (bit/s)");
            }
        }

        /** Copies and checks. */
        public Graph {
            nodes = List.copyOf(nodes);
            links = List.copyOf(links);
            Require.positive(nodes.size(), "Transport graph", "number of nodes");
            Require.positive(routeFactor, "Transport", "route factor");
            Require.positive(nanosPerMeter, "Transport", "propagation (ns/m)");
            Require.atLeastZero(fixedNanos, "Transport", "fixed delay (ns)");
        }
    }
}
