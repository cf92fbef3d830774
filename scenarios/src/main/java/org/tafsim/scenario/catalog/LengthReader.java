package org.tafsim.scenario.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.model.LengthSpec;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.Quantities;

/** Reads a distribution of token counts: a number, the name of a measured one, quantiles, or a mixture of lognormals. */
public final class LengthReader {

    private static final Format<Double> SIGMA = Quantities.POSITIVE_NUMBER;

    private LengthReader() {}

    /** The distribution; empty where it could not be built. */
    public static Optional<LengthSpec> read(Node node, Map<String, LengthSpec> presets, Problems problems) {
        if (node instanceof Node.Fields) {
            Keys keys = Keys.of(node, "a length", problems);
            Optional<LengthSpec> length = readMapping(keys, problems);
            keys.done();
            return length;
        }
        if (node instanceof Node.Text scalar && !startsWithDigit(scalar.text())) {
            return Optional.of(
                    Keys.read(node, Format.oneOf("a length (a number of tokens, or a preset)", presets), problems));
        }
        return Optional.of(new LengthSpec.Fixed(Keys.read(node, Quantities.count("512"), problems)));
    }

    static Optional<LengthSpec> readMapping(Keys keys, Problems problems) {
        Optional<Node> quantiles = keys.find("quantiles");
        List<Node> components = keys.items("lognormal");
        if (quantiles.isPresent() == !components.isEmpty()) {
            problems.report(keys.at(), "a length needs either 'quantiles' or 'lognormal' with 'max'.");
            return Optional.empty();
        }
        if (quantiles.isPresent()) {
            return new QuantileReader(Quantities.POSITIVE_NUMBER, problems)
                    .read(quantiles.get())
                    .flatMap(table -> problems.build(keys.at(), () -> new LengthSpec.Quantiles(table)));
        }
        int max = keys.required("max", Quantities.count("4096"));
        List<LengthSpec.LogNormalMixture.Component> parts = new ArrayList<>();
        for (Node item : components) {
            Keys part = Keys.of(item, "a lognormal component", problems);
            double weight = part.optional("weight", Quantities.POSITIVE_NUMBER, 1.0);
            double mu = part.required("mu", Quantities.NUMBER);
            double sigma = part.required("sigma", SIGMA);
            part.done();
            problems.build(part.at(), () -> new LengthSpec.LogNormalMixture.Component(weight, mu, sigma))
                    .ifPresent(parts::add);
        }
        return problems.build(keys.at(), () -> new LengthSpec.LogNormalMixture(parts, max));
    }

    private static boolean startsWithDigit(String text) {
        return !text.isEmpty() && (Character.isDigit(text.charAt(0)) || "+-.".indexOf(text.charAt(0)) >= 0);
    }
}
