package org.tafsim.policies.learn;

import umontreal.ssj.rng.RandomStream;

/**
 * Draws of a beta distribution whose parameters are 1 or more, as of two gamma draws.
 *
 * <p>Source: G. Marsaglia and W. W. Tsang, "A simple method for generating gamma variables", ACM TOMS 26, 2000; normals by Marsaglia's
 * polar method.
 */
final class BetaDraws {

    private final RandomStream stream;

    BetaDraws(RandomStream stream) {
        this.stream = stream;
    }

    double next(double alpha, double beta) {
        double x = gamma(alpha);
        return x / (x + gamma(beta));
    }

    private double gamma(double shape) {
        double d = shape - 1 / 3.0;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double normal = normal();
            double root = 1 + c * normal;
            double v = root * root * root;
            if (v > 0 && StrictMath.log(stream.nextDouble()) < normal * normal / 2 + d * (1 - v + StrictMath.log(v))) {
                return d * v;
            }
        }
    }

    private double normal() {
        while (true) {
            double x = 2 * stream.nextDouble() - 1;
            double y = 2 * stream.nextDouble() - 1;
            double square = x * x + y * y;
            if (square > 0 && square < 1) {
                return x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
            }
        }
    }
}
