package org.tafsim.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
     * A graph of links. UPFs and sites join at the nearest node.
     *
     * @param nodes points of presence
     * @param links both ways
     * @param routeFactor fiber length over great circle, for links and for the way to the nearest node
     * @param nanosPerMeter propagation in fiber (ns/m)
     * @param fixedNanos added to every path, one way
     * @param hopNanos added at every node that a path passes, its first and last among them, one way
     * @param routing which paths traffic takes
     */
    record Graph(
            List<Node> nodes,
            List<TransportLink> links,
            double routeFactor,
            double nanosPerMeter,
            long fixedNanos,
            long hopNanos,
            TransportRouting routing)
            implements TransportSpec {

        /** A graph whose nodes take no time; traffic takes the path of least propagation. */
        public Graph(
                List<Node> nodes,
                List<TransportLink> links,
                double routeFactor,
                double nanosPerMeter,
                long fixedNanos) {
            this(nodes, links, routeFactor, nanosPerMeter, fixedNanos, 0, TransportRouting.USUAL);
        }

        /** A point of presence. */
        public record Node(String id, String countryCode, GeoPoint location) {}

        /**
         * A link.
         *
         * @param from node id
         * @param to node id
         * @param bitsPerSecond capacity each way
         * @param operatorId carrier
         * @param load share of it that background traffic takes each way, in [0, 1)
         */
        public record TransportLink(String from, String to, double bitsPerSecond, String operatorId, double load) {

            /** Bits of a packet of background traffic: 1,500 B. */
            private static final double PACKET_BITS = 12_000;

            private static final double NANOS_PER_SECOND = 1e9;

            /** Checks. */
            public TransportLink {
                String owner = "Link %s-%s".formatted(from, to);
                Require.positive(bitsPerSecond, owner, "capacity (bit/s)");
                if (!(load >= 0 && load < 1)) {
                    throw new IllegalArgumentException(
                            "%s: the load (%s) must be at least 0 and less than 1.".formatted(owner, load));
                }
            }

            /** A link without background traffic. */
            public TransportLink(String from, String to, double bitsPerSecond, String operatorId) {
                this(from, to, bitsPerSecond, operatorId, 0);
            }

            /** As faults and results call it; of parallel links the later ones have a number besides. */
            public String name() {
                return "%s-%s".formatted(from, to);
            }

            /** What background traffic leaves (bit/s). */
            public double freeBitsPerSecond() {
                return bitsPerSecond * (1 - load);
            }

            /**
             * Mean wait behind background traffic (ns): M/G/1 with packets of 1,500 B that come by chance, ρ s / (2 (1 − ρ)),
             * s their time on the link (Pollaczek and Khinchine).
             */
            public double waitNanos() {
                double packet = NANOS_PER_SECOND * PACKET_BITS / bitsPerSecond;
                return load * packet / (2 * (1 - load));
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
            Require.atLeastZero(hopNanos, "Transport", "delay of a node (ns)");
        }

        /** Names of the links, in order: {@code A-B}, further ones between the same nodes and in the same order {@code A-B#2}, … */
        public List<String> linkNames() {
            Map<String, Integer> counts = new HashMap<>(); // asked, never iterated
            return links.stream()
                    .map(link -> {
                        int number = counts.merge(link.name(), 1, Integer::sum);
                        return number == 1 ? link.name() : "%s#%d".formatted(link.name(), number);
                    })
                    .toList();
        }
    }
}
