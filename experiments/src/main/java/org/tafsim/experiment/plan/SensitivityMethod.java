package org.tafsim.experiment.plan;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.experiment.analysis.Interval;
import org.tafsim.experiment.analysis.MorrisDesign;
import org.tafsim.experiment.analysis.MorrisEffect;
import org.tafsim.experiment.analysis.SobolDesign;
import org.tafsim.experiment.analysis.SobolIndex;
import org.tafsim.kernel.random.RandomStreams;

/** Samples drawn to tell which parameters matter, and what such samples tell (docs/model/output-analysis.md). */
public enum SensitivityMethod {
    /** Elementary effects: which parameters matter at all. A run is a walk of one point more than there are parameters. */
    MORRIS {
        @Override
        double[][] draw(int runs, int parameters, long seed) {
            return design(runs, parameters, seed).points();
        }

        @Override
        List<Index> indices(int runs, int parameters, long seed, double[] values, double confidence) {
            List<Index> indices = new ArrayList<>();
            for (MorrisEffect effect : design(runs, parameters, seed).effects(values, confidence)) {
                double mean = effect.meanAbsolute().mean();
                double half = effect.meanAbsolute().halfWidth();
                indices.add(new Index(effect.factor(), "mu_star", new Interval(mean, mean - half, mean + half)));
                indices.add(Index.exact(effect.factor(), "mu", effect.mean()));
                indices.add(Index.exact(effect.factor(), "sigma", effect.deviation()));
            }
            return indices;
        }

        private MorrisDesign design(int runs, int parameters, long seed) {
            return new MorrisDesign(parameters, runs, LEVELS, new RandomStreams(seed, 0).stream(STREAM));
        }
    },

    /** Shares of the variance: how much each parameter explains. A run is a row of two points more than there are parameters. */
    SALTELLI {
        @Override
        double[][] draw(int runs, int parameters, long seed) {
            return design(runs, parameters, seed).points();
        }

        @Override
        List<Index> indices(int runs, int parameters, long seed, double[] values, double confidence) {
            List<Index> indices = new ArrayList<>();
            SobolDesign design = design(runs, parameters, seed);
            for (SobolIndex index :
                    design.indices(values, confidence, new RandomStreams(seed, 0).stream(STREAM + "/bootstrap"))) {
                indices.add(new Index(index.factor(), "first", index.first()));
                indices.add(new Index(index.factor(), "total", index.total()));
            }
            return indices;
        }

        private SobolDesign design(int runs, int parameters, long seed) {
            return new SobolDesign(parameters, runs, new RandomStreams(seed, 0).stream(STREAM));
        }
    };

    private static final int LEVELS = 4;
    private static final String STREAM = "experiment/sensitivity";

    /**
     * What is known of a parameter.
     *
     * @param parameter from 0
     * @param name {@code mu_star}, {@code mu}, {@code sigma}; {@code first}, {@code total}
     */
    public record Index(int parameter, String name, Interval interval) {

        static Index exact(int parameter, String name, double value) {
            return new Index(parameter, name, new Interval(value, value, value));
        }
    }

    /** Coordinates in [0, 1] of the points. */
    abstract double[][] draw(int runs, int parameters, long seed);

    /** Indices by parameter, of the values at the points. */
    abstract List<Index> indices(int runs, int parameters, long seed, double[] values, double confidence);
}
