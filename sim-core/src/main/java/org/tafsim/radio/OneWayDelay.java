package org.tafsim.radio;

import org.tafsim.kernel.random.KeyedDraws;

/** Delay of small packets in one direction. */
interface OneWayDelay {

    /**
     * Of the packets of one request that are sent now (ns).
     *
     * @param drawKey names the request
     */
    long nanos(KeyedDraws draws, long drawKey, long nowNanos);

    /**
     * The least of them, over all times at which they may be sent (ns).
     *
     * @param drawKey names the request
     */
    long leastNanos(KeyedDraws draws, long drawKey);

    /** Mean over requests and times (ms), waking up included. */
    double meanMillis();
}
