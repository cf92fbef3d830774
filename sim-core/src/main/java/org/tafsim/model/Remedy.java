package org.tafsim.model;

/** What is done with data at rest once the place it lies in has become unlawful. */
public sealed interface Remedy {

    /** Nothing: it stays until its time is over. */
    record Keep() implements Remedy {}

    /**
     * Erased.
     *
     * @param afterNanos from the change (ns)
     */
    record Erase(long afterNanos) implements Remedy {
        /** Checks. */
        public Erase {
            Require.atLeastZero(afterNanos, "Erasure", "delay (ns)");
        }
    }

    /**
     * Moved to a lawful place, site by site.
     *
     * @param bitsPerSecond of each site (bit/s)
     */
    record Move(double bitsPerSecond) implements Remedy {
        /** Checks. */
        public Move {
            Require.positive(bitsPerSecond, "Evacuation", "rate (bit/s)");
        }
    }
}
