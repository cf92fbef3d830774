package org.tafsim.model;

import java.util.List;

/**
 * Which paths of a transport graph traffic takes.
 *
 * @param metric what a path has least of; ties go to the path of least delay, then to the one found first
 * @param avoidedCountries whose nodes no path passes (ISO codes); paths may begin and end there
 * @param avoidedOperators whose links no path uses
 */
public record TransportRouting(Metric metric, List<String> avoidedCountries, List<String> avoidedOperators) {

    /** Least delay, over any country and carrier. */
    public static final TransportRouting USUAL = new TransportRouting(Metric.LATENCY, List.of(), List.of());

    /** What adds up along a path. */
    public enum Metric {
        /** Propagation, equipment and mean wait behind background traffic. */
        LATENCY("latency"),
        /** Links. */
        HOPS("hops"),
        /** Reciprocal of the capacity, as is usual in OSPF. */
        CAPACITY("capacity");

        private final String word;

        Metric(String word) {
            this.word = word;
        }

        /** As scenarios write it. */
        public String word() {
            return word;
        }
    }

    /** Copies. */
    public TransportRouting {
        avoidedCountries = List.copyOf(avoidedCountries);
        avoidedOperators = List.copyOf(avoidedOperators);
    }

    /** Whether something is avoided. */
    public boolean isSelective() {
        return !avoidedCountries.isEmpty() || !avoidedOperators.isEmpty();
    }
}
