package org.tafsim.engine;

/** What scaling has made of a replica. */
enum FleetState {
    /** Takes requests, as far as nothing else closes it. */
    ON,
    /** Will be on when its start is over. */
    STARTING,
    /** Takes no new requests, and ends those it has. */
    DRAINING,
    /** Draws no power. */
    OFF;

    /** Whether scaling counts on it. */
    boolean isMeantToServe() {
        return this == ON || this == STARTING;
    }
}
