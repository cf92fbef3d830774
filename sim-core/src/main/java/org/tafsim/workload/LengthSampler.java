package org.tafsim.workload;

import java.util.List;
import org.tafsim.kernel.random.InverseCdf;
import org.tafsim.kernel.random.Samplers;
import org.tafsim.model.LengthSpec;
import org.tafsim.model.LengthSpec.LogNormalMixture.Component;
import org.tafsim.model.QuantileTable;

/** Turns uniform draws into numbers of tokens, never decreasing in the first draw. */
@FunctionalInterface
public interface LengthSampler {

    /**
     * A length (tokens), rounded to the nearest whole number, at least 1 and at most the description's maximum.
     *
     * @param value in (0, 1): where in the distribution, or in the part of the mixture
     * @param part in (0, 1): which part of a mixture; others do not look at it
     */
    int tokens(double value, double part);

    /** The sampler of a description. */
    static LengthSampler of(LengthSpec spec) {
        if (spec instanceof LengthSpec.Fixed fixed) {
            return (value, part) -> fixed.tokens();
        }
        if (spec instanceof LengthSpec.Quantiles quantiles) {
            QuantileTable table = quantiles.tokens();
            InverseCdf tokens = Samplers.quantiles(table.probabilities(), table.values());
            return (value, part) -> whole(tokens.at(value), quantiles.maxTokens());
        }
        if (spec instanceof LengthSpec.LogNormalMixture mixture) {
            return mixture(mixture);
        }
        throw new IllegalArgumentException("No length sampler is known for %s.".formatted(spec));
    }

    private static LengthSampler mixture(LengthSpec.LogNormalMixture mixture) {
        List<Component> components = mixture.components();
        InverseCdf[] parts = components.stream()
                .map(component -> Samplers.lognormal(component.mu(), component.sigma()))
                .toArray(InverseCdf[]::new);
        WeightedChoice choice = new WeightedChoice(
                components.stream().mapToDouble(Component::weight).toArray());
        return (value, part) -> whole(parts[choice.at(part)].at(value), mixture.maxTokens());
    }

    private static int whole(double tokens, int maxTokens) {
        return (int) Math.max(1, Math.min(maxTokens, Math.floor(tokens + 0.5)));
    }
}
