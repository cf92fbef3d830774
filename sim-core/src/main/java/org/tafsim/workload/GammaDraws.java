package org.tafsim.workload;

import org.tafsim.kernel.random.InverseCdf;
import org.tafsim.kernel.random.Samplers;
import umontreal.ssj.rng.RandomStream;

/**
 * Draws of gamma distributions of any shape, without a table: for thousands of windows, each of its own shape. By rejection
 * (G. Marsaglia and W. W. Tsang, "A simple method for generating gamma variables", ACM TOMS 26(3), 2000), so that the number of
 * uniforms for a draw is not fixed.
 */
final class GammaDraws {
    private static final InverseCdf NORMAL = Samplers.normal();

    private GammaDraws() {}

    /**
     * A draw of scale 1.
     *
     * @param shape positive; draws of a shape well below 1 may underflow to 0
     */
    static double draw(double shape, RandomStream stream) {
        if (shape < 1) {
            double larger = draw(shape + 1, stream);
            return larger * StrictMath.pow(stream.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = NORMAL.sample(stream);
            double root = 1 + c * x;
            if (root > 0) {
                double v = root * root * root;
                double limit = 0.5 * x * x + d - d * v + d * StrictMath.log(v);
                if (StrictMath.log(stream.nextDouble()) < limit) {
                    return d * v;
                }
            }
        }
    }
}
