package org.tafsim.scenario.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tafsim.model.QuantileTable;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.Quantities;

/** Reads a distribution given by quantiles: {@code {0: 4 ms, 0.5: 6 ms, 99 %: 9 ms, 1: 14 ms}}. */
public final class QuantileReader {

    private final Format<Double> format;
    private final Problems problems;

    /**
     * A reader of quantiles.
     *
     * @param format of the values
     */
    public QuantileReader(Format<Double> format, Problems problems) {
        this.format = format;
        this.problems = problems;
    }

    /** The table; empty where it could not be built. */
    public Optional<QuantileTable> read(Node node) {
        if (!(node instanceof Node.Fields mapping)) {
            problems.report(
                    node.at(), "is %s; expected quantiles, e.g. {0: 1, 0.5: 200, 1: 4000}.".formatted(node.kind()));
            return Optional.empty();
        }
        int before = problems.count();
        Map<Double, Double> quantiles = new TreeMap<>();
        for (Node.Field field : mapping.fields()) {
            double probability = Keys.read(new Node.Text(field.keyAt(), field.key()), Quantities.FRACTION, problems);
            quantiles.put(probability, Keys.read(field.value(), format, problems));
        }
        if (problems.count() > before) {
            return Optional.empty();
        }
        return problems.build(
                node.at(), () -> new QuantileTable(List.copyOf(quantiles.keySet()), List.copyOf(quantiles.values())));
    }
}
