package org.tafsim.workload;

/** Times between arrivals, in operational seconds; the first counts from the start. */
@FunctionalInterface
interface Gaps {

    /** The next gap (s), at least 0. */
    double nextSeconds();
}
