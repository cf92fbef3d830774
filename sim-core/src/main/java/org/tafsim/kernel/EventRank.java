package org.tafsim.kernel;

/**
 * The order in which kinds of event run when they fall on the same nanosecond. Within a rank, events run in the order in
 * which they were scheduled.
 */
public enum EventRank {
    /** Law changes, faults, controllers: whatever happens at this instant sees the new state of the world. */
    CONTROL,
    /** New work enters before anything moves, so that a step that ends now can already admit it. */
    ARRIVAL,
    /** A transfer leaves a link or reaches its destination. */
    TRANSFER,
    /** A station or a replica ends a service and begins the next. */
    SERVICE,
    /** Samples, end of warm-up, horizon: they look when everything else of the instant is done. */
    OBSERVATION
}
