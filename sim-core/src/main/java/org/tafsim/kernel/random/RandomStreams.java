package org.tafsim.kernel.random;

/**
 * The random numbers of one replication of one run: a stream for every name, draws for every key.
 *
 * <p>A stream depends on the seed, the replication and its own name only, never on which other streams exist or in which
 * order they were made. The seed gives a root state; the name's 64-bit hash n puts the stream n · 2^127 draws behind it, the
 * replication r a further r · 2^76. Streams of different names are thus disjoint unless their hashes collide (for a million
 * names, a chance under 10^-7).
 */
public final class RandomStreams {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final long seed;
    private final int replication;
    private final boolean isMirrored;

    /**
     * Names a replication's numbers.
     *
     * @param seed any value; equal seeds give equal numbers
     * @param replication at least 0
     */
    public RandomStreams(long seed, int replication) {
        this(seed, replication, false);
    }

    private RandomStreams(long seed, int replication, boolean isMirrored) {
        if (replication < 0) {
            throw new IllegalArgumentException(
                    "The replication (%d) must be at least 0: replications are numbered from 0."
                            .formatted(replication));
        }
        this.seed = seed;
        this.replication = replication;
        this.isMirrored = isMirrored;
    }

    /**
     * The antithetic replication: every draw is 1 minus this one's. Where a result rises or falls with each draw, the mean of
     * the two varies less than that of two independent ones (Hammersley and Morton 1956).
     */
    public RandomStreams mirrored() {
        return new RandomStreams(seed, replication, !isMirrored);
    }

    /** Numbers of the same replication that have nothing in common with these, one set for every owner. */
    public RandomStreams separate(String owner) {
        return new RandomStreams(StableHash.mix(seed) ^ StableHash.of(owner), replication, isMirrored);
    }

    /** The stream of this name, from its start. Asking twice gives the same draws twice. */
    public Mrg32k3a stream(String name) {
        long[] state = rootState();
        Mrg32k3aJumps.advanceStreams(state, StableHash.of(name));
        Mrg32k3aJumps.advanceSubstreams(state, replication);
        return new Mrg32k3a(name, state, isMirrored);
    }

    /** Draws for this purpose by key, in any order. */
    public KeyedDraws keyed(String purpose) {
        long base = StableHash.mix(seed + GOLDEN_GAMMA);
        base = StableHash.mix(base ^ StableHash.of(purpose));
        return new KeyedDraws(StableHash.mix(base + (replication + 1L) * GOLDEN_GAMMA), isMirrored);
    }

    /** Six residues by SplitMix64, none of them 0. */
    private long[] rootState() {
        long[] state = new long[Mrg32k3a.STATE_SIZE];
        for (int i = 0; i < state.length; i++) {
            long modulus = i < 3 ? Mrg32k3a.MODULUS_1 : Mrg32k3a.MODULUS_2;
            state[i] = 1 + Long.remainderUnsigned(StableHash.mix(seed + (i + 1) * GOLDEN_GAMMA), modulus - 1);
        }
        return state;
    }
}
