package org.tafsim.kernel;

/**
 * The order in which kinds of event run when they fall on the same nanosecond. Within a rank, events run in the order in
 * which they were scheduled.
 */
public enum EventRank {
    /** Law changes, faults, controllers: whatever happens at this instant sees the new state of the world. */
    CONTROL(0),
    /** New work enters before anything moves, so that a step that ends now can already admit it. */
    ARRIVAL(1),
    /** A transfer leaves a link or reaches its destination. */
    TRANSFER(2),
    /** A station or a replica ends a service and begins the next. */
    SERVICE(3),
    /** Samples, end of warm-up, horizon: they look when everything else of the instant is done. */
    OBSERVATION(4);

    private final int order;

    EventRank(int order) {
        this.order = order;
    }

    /** Place among the ranks of one instant: smaller runs first. */
    int order() {
        return order;
    }
}
