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
    MORRIS(1) {
        @Override
        Drawn draw(int runs, int parameters, long seed) {
            MorrisDesign design = new MorrisDesign(parameters, runs, LEVELS, new RandomStreams(seed, 0).stream(STREAM));
            return new Drawn(
                    design.points(),
                    (values, confidence) -> design.effects(values, confidence).stream()
                            .flatMap(effect -> indices(effect).stream())
                            .toList());
        }

        @Override
        void check(int runs) {
            MorrisDesign.checkTrajectories(runs);
        }

        private List<Index> indices(MorrisEffect effect) {
            double mean = effect.meanAbsolute().mean();
            double half = effect.meanAbsolute().halfWidth();
            return List.of(
                    new Index(effect.factor(), "mu_star", new Interval(mean, mean - half, mean + half)),
                    Index.exact(effect.factor(), "mu", effect.mean()),
                    Index.exact(effect.factor(), "sigma", effect.deviation()));
        }
    },

    /** Shares of the variance: how much each parameter explains. A run is a row of two points more than there are parameters. */
    SALTELLI(2) {
        @Override
        Drawn draw(int runs, int parameters, long seed) {
            SobolDesign design = new SobolDesign(parameters, runs, new RandomStreams(seed, 0).stream(STREAM));
            return new Drawn(design.points(), (values, confidence) -> {
                List<Index> indices = new ArrayList<>();
                RandomStreams streams = new RandomStreams(seed, 0);
                for (SobolIndex index : design.indices(values, confidence, streams.stream(STREAM + "/bootstrap"))) {
                    indices.add(new Index(index.factor(), "first", index.first()));
                    indices.add(new Index(index.factor(), "total", index.total()));
                }
                return indices;
            });
        }

        @Override
        void check(int runs) {
            SobolDesign.checkRows(runs);
        }
    };

    private static final int LEVELS = 4;
    private static final String STREAM = "experiment/sensitivity";

    private final int furtherPoints;

    SensitivityMethod(int furtherPoints) {
        this.furtherPoints = furtherPoints;
    }

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

    /** Tells indices by parameter from the values at a sample's points. */
    @FunctionalInterface
    interface Analysis {
        List<Index> indices(double[] values, double confidence);
    }

    /**
     * A sample.
     *
     * @param points coordinates in [0, 1]
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Drawn(double[][] points, Analysis analysis) {}

    /** Draws a sample; the same arguments give the same one. */
    abstract Drawn draw(int runs, int parameters, long seed);

    /**
     * Checks a number of runs before anything is drawn.
     *
     * @throws IllegalArgumentException where no sample has so many
     */
    abstract void check(int runs);

    /** How many points a sample has. */
    long size(int runs, int parameters) {
        return (long) runs * (parameters + furtherPoints);
    }
}
