package org.tafsim.model;

import java.util.List;

/** Distribution of a number of tokens. Draws are rounded to the nearest whole number, at least 1. */
public sealed interface LengthSpec {

    /** Largest value a draw can take (tokens). */
    int maxTokens();

    /**
     * Always the same.
     *
     * @param tokens at least 1
     */
    record Fixed(int tokens) implements LengthSpec {
        /** Checks. */
        public Fixed {
            Require.positive(tokens, "Fixed length", "tokens");
        }

        @Override
        public int maxTokens() {
            return tokens;
        }
    }

    /**
     * Given by quantiles: the first-class choice, for it beats every one-family fit.
     *
     * @param tokens quantiles (tokens)
     */
    record Quantiles(QuantileTable tokens) implements LengthSpec {
        /** Checks. */
        public Quantiles {
            Require.positive(tokens.values().get(0), "Quantile lengths", "least value (tokens)");
        }

        @Override
        public int maxTokens() {
            return (int) Math.round(tokens.values().get(tokens.values().size() - 1));
        }
    }

    /**
     * Mixture of lognormal distributions, cut at a maximum.
     *
     * @param components at least one
     * @param maxTokens draws above it are set to it
     */
    record LogNormalMixture(List<Component> components, int maxTokens) implements LengthSpec {

        /**
         * One part of the mixture.
         *
         * @param weight relative to the others
         * @param mu mean of the logarithm
         * @param sigma standard deviation of the logarithm
         */
        public record Component(double weight, double mu, double sigma) {
            /** Checks. */
            public Component {
                Require.positive(weight, "Lognormal component", "weight");
                Require.positive(sigma, "Lognormal component", "sigma");
                Require.positive(mu + 1e6, "Lognormal component", "mu"); // finite
            }
        }

        /** Copies and checks. */
        public LogNormalMixture {
            components = List.copyOf(components);
            Require.positive(components.size(), "Lognormal mixture", "number of components");
            Require.positive(maxTokens, "Lognormal mixture", "maximum (tokens)");
        }
    }
}
