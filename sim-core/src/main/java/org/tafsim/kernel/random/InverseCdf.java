package org.tafsim.kernel.random;

import umontreal.ssj.rng.RandomStream;

/**
 * The quantile function of a distribution, which turns a uniform draw into one of the distribution. Never decreasing, so
 * that common and antithetic draws keep their sign of correlation. Bit-stable on every platform.
 */
@FunctionalInterface
public interface InverseCdf {

    /**
     * The value that a share u of the distribution lies below.
     *
     * @param u in (0, 1) strictly
     */
    double at(double u);

    /** Draws from a stream, one uniform for one value. */
    default double sample(RandomStream stream) {
        return at(stream.nextDouble());
    }

    /** Draws by key. */
    default double sample(KeyedDraws draws, long key, int draw) {
        return at(draws.uniform(key, draw));
    }
}
