package org.tafsim.experiment.plan;

import java.util.List;
import java.util.Optional;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Problems;

/** Reads how a parameter is spread: {@code {uniform: [1 /s, 8 /s]}}. */
final class SpreadReader {

    private final Problems problems;

    SpreadReader(Problems problems) {
        this.problems = problems;
    }

    Optional<Spread> read(Node node) {
        Keys keys = Keys.of(node, "the spread of a parameter", problems);
        Optional<Spread> spread = ends(keys, "uniform", true)
                .<Spread>map(ends -> new Spread.Uniform(ends.get(0), ends.get(1)))
                .or(() -> ends(keys, "logUniform", false).map(ends -> new Spread.LogUniform(ends.get(0), ends.get(1))))
                .or(() -> ends(keys, "whole", true).map(ends -> new Spread.Whole(ends.get(0), ends.get(1))))
                .or(() -> choice(keys));
        keys.done();
        if (spread.isEmpty() && problems.isEmpty()) {
            problems.report(
                    keys.at(), "a spread is one of uniform, logUniform, whole and choice, e.g. {uniform: [1, 8]}.");
        }
        return spread;
    }

    private Optional<Spread> choice(Keys keys) {
        List<String> texts = keys.list("choice", Format.TEXT);
        return texts.isEmpty() ? Optional.empty() : Optional.of(new Spread.Choice(texts));
    }

    private Optional<List<Amount>> ends(Keys keys, String key, boolean mayBeNegative) {
        if (!keys.has(key)) {
            return Optional.empty();
        }
        List<Amount> ends = keys.list(key, AxisReader.AMOUNT);
        boolean isRange = ends.size() == 2
                && ends.get(0).unit().equals(ends.get(1).unit())
                && ends.get(0).value().compareTo(ends.get(1).value()) < 0
                && (mayBeNegative || ends.get(0).value().signum() > 0);
        if (!isRange) {
            problems.report(
                    keys.at(key),
                    "'%s' needs two ends of one unit, the lower first%s, e.g. [1 /s, 8 /s]."
                            .formatted(key, mayBeNegative ? "" : " and above 0"));
            return Optional.empty();
        }
        return Optional.of(ends);
    }
}
