package org.tafsim.scenario.trace;

/** Spreads requests that a coarse clock recorded at one instant. */
final class Spread {

    private Spread() {}

    /**
     * How long after its instant a request comes (ns): the first at once, the others at even distances.
     *
     * @param place among the requests of the instant, from 0
     * @param requests of the instant
     * @param windowNanos over which they are spread, the next instant not in it
     */
    static long delayNanos(int place, int requests, long windowNanos) {
        return (long) ((double) windowNanos * place / requests);
    }
}
