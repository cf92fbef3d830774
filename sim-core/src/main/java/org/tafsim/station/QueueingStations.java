package org.tafsim.station;

/**
 * A row of equal stations, told apart by their index; all share one kind of event, so an idle station costs a few bytes and
 * no time.
 */
public interface QueueingStations {

    /**
     * A customer comes to a station now.
     *
     * @param station in [0, number of stations)
     * @param customer the caller's number for it, handed back on departure
     * @param serviceNanos work it brings (ns at full speed), at least 0
     */
    void arrive(int station, int customer, long serviceNanos);

    /** Is told of every departure, with the clock at it. */
    @FunctionalInterface
    interface DepartureListener {

        /** The customer leaves the station, served. */
        void onDeparture(int station, int customer);
    }
}
