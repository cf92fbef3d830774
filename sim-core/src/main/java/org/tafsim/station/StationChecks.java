package org.tafsim.station;

/** What every station refuses. */
final class StationChecks {

    private StationChecks() {}

    static void sizes(int stations, int servers) {
        if (stations < 1 || servers < 1) {
            throw new IllegalArgumentException(
                    "The numbers of stations (%d) and of servers each (%d) must be at least 1."
                            .formatted(stations, servers));
        }
    }

    static void service(int station, int customer, long serviceNanos) {
        if (serviceNanos < 0) {
            throw new IllegalArgumentException("The service of customer %d at station %d (%d ns) must be at least 0."
                    .formatted(customer, station, serviceNanos));
        }
    }
}
