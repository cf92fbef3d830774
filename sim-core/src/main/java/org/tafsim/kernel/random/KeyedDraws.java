package org.tafsim.kernel.random;

/**
 * Uniform draws by key instead of by turn: the same key gets the same draw whatever else was drawn before. A request that
 * carries its own numbers keeps them when a policy reorders services, so that two policies can be compared request by
 * request (common random numbers).
 *
 * <p>A draw is a hash of (seed, replication, purpose, key, draw), three rounds of {@link StableHash#mix}; it is not a
 * generator with a proved structure, hence its own battery of tests. Immutable and thread safe. Made by
 * {@link RandomStreams#keyed}.
 */
public final class KeyedDraws {
    private static final long KEY_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long DRAW_GAMMA = 0xD1342543DE82EF95L;
    private static final int UNIFORM_BITS = 52;

    private final long base;
    private final boolean isMirrored;

    KeyedDraws(long base, boolean isMirrored) {
        this.base = base;
        this.isMirrored = isMirrored;
    }

    /**
     * A draw in (0, 1) strictly: an odd multiple of 2^-53.
     *
     * @param key whose draw, such as the request's number
     * @param draw which of its draws
     */
    public double uniform(long key, int draw) {
        double uniform = uniformOf(bits(key, draw));
        return isMirrored ? 1 - uniform : uniform;
    }

    static double uniformOf(long bits) {
        // 53 bits and a half would round up to 1.
        return ((bits >>> (Long.SIZE - UNIFORM_BITS)) + 0.5) * 0x1p-52;
    }

    /** 64 random bits. */
    long bits(long key, int draw) {
        long ofKey = StableHash.mix(base ^ StableHash.mix((key + 1) * KEY_GAMMA));
        return StableHash.mix(ofKey + draw * DRAW_GAMMA);
    }
}
