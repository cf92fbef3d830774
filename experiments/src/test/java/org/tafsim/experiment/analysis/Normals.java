package org.tafsim.experiment.analysis;

import java.util.stream.DoubleStream;
import org.tafsim.kernel.random.InverseCdf;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.kernel.random.Samplers;
import umontreal.ssj.rng.RandomStream;

/** Independent normal values. */
final class Normals {

    private static final InverseCdf NORMAL = Samplers.normal();

    private Normals() {}

    static double[] draw(int count, double mean, double deviation, long seed) {
        RandomStream stream = new RandomStreams(seed, 0).stream("normals");
        return DoubleStream.generate(() -> mean + deviation * NORMAL.sample(stream))
                .limit(count)
                .toArray();
    }
}
