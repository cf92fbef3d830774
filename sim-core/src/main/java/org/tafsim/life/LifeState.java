package org.tafsim.life;

/** Where the weights of a replica on demand are, and what is being done with them. A replica is in one state at a time. */
public enum LifeState {
    /** At the registry alone. */
    ABSENT(true, false),
    /** On the way from the registry. */
    PULLING(false, false),
    /** Wanted, at its site, and in line for accelerator memory. */
    WAITING(false, false),
    /** The engine starts, and weights move into accelerator memory. */
    LOADING(false, true),
    /** In accelerator memory; the engine compiles and captures. */
    WARMING(false, true),
    /** It serves, or could. */
    READY(false, true),
    /** Evicted, its weights in host memory beside an engine that sleeps. */
    IN_HOST(true, false),
    /** Not running, its weights on the site's disk. */
    ON_DISK(true, false);

    private final boolean parked;
    private final boolean holdingMemory;

    LifeState(boolean parked, boolean holdingMemory) {
        this.parked = parked;
        this.holdingMemory = holdingMemory;
    }

    /** Whether nothing is being done with it. */
    public boolean isParked() {
        return parked;
    }

    /** Whether accelerator memory is its own. */
    public boolean holdsMemory() {
        return holdingMemory;
    }
}
