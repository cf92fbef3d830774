package org.tafsim.experiment.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.scenario.ScenarioOverride;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Problems;

/** Reads paths with the values they take: a list, or a range. */
final class AxisReader {

    /** A number with its unit. */
    static final Format<Amount> AMOUNT = new Format<>("a number with its unit", "4 /s", text -> {
        Optional<Amount> amount = Amount.find(text);
        if (amount.isEmpty()) {
            throw Format.Refused.because("\"%s\" does not start with a number.".formatted(text));
        }
        return amount.get();
    });

    private static final int MOST_VALUES = 1_000_000;

    private final Problems problems;

    AxisReader(Problems problems) {
        this.problems = problems;
    }

    /** All axes of a mapping. */
    List<Axis> read(Node node, String noun) {
        List<Axis> axes = new ArrayList<>();
        Keys keys = Keys.of(node, noun, problems);
        for (Node.Field field : keys.fields()) {
            List<Setting> values = values(field.key(), field.value());
            if (values.isEmpty()) {
                problems.report(
                        field.value().at(),
                        "%s has no values here; expected a list or {range: [1, 8], step: 1}.".formatted(field.key()));
            } else {
                axes.add(new Axis(field.key(), values));
            }
        }
        if (keys.fields().isEmpty()) {
            problems.report(
                    node.at(),
                    "%s is empty; expected paths with their values, e.g. run.seed: [1, 2, 3].".formatted(noun));
        }
        return axes;
    }

    Setting setting(String path, Node value) {
        String text = value instanceof Node.Text scalar ? scalar.text() : "";
        ScenarioOverride override = ScenarioOverride.ofNode(path, value);
        return new Setting(text.isEmpty() ? override.value() : text, override);
    }

    private List<Setting> values(String path, Node node) {
        if (node instanceof Node.Items items) {
            return items.items().stream().map(item -> setting(path, item)).toList();
        }
        if (node instanceof Node.Fields fields && fields.find("range").isPresent()) {
            return range(path, Keys.of(node, "a range", problems));
        }
        return List.of(setting(path, node));
    }

    private List<Setting> range(String path, Keys keys) {
        List<Amount> ends = keys.list("range", AMOUNT);
        Optional<Amount> step = keys.find("step", AMOUNT);
        Optional<Amount> times = keys.find("times", AMOUNT);
        keys.done();
        if (ends.size() != 2 || step.isPresent() == times.isPresent()) {
            problems.report(
                    keys.at(),
                    "a range has two ends and a step or a factor, e.g. {range: [1 /s, 8 /s], step: 1 /s} or {range: [1, 64], times: 2}.");
            return List.of();
        }
        boolean isUpward = ends.get(0).value().compareTo(ends.get(1).value()) <= 0
                && step.map(amount -> amount.value().signum() > 0).orElse(true)
                && times.map(amount -> amount.value().compareTo(BigDecimal.ONE) > 0
                                && ends.get(0).value().signum() > 0)
                        .orElse(true);
        boolean isOneUnit = ends.get(0).unit().equals(ends.get(1).unit())
                && step.map(amount -> amount.unit().equals(ends.get(0).unit())).orElse(true);
        if (!isUpward || !isOneUnit) {
            problems.report(keys.at(), "a range goes upwards, in one unit, e.g. {range: [1 /s, 8 /s], step: 1 /s}.");
            return List.of();
        }
        return walk(path, ends.get(0), ends.get(1).value(), step, times);
    }

    private List<Setting> walk(String path, Amount from, BigDecimal to, Optional<Amount> step, Optional<Amount> times) {
        List<Setting> values = new ArrayList<>();
        BigDecimal value = from.value();
        while (value.compareTo(to) <= 0 && values.size() <= MOST_VALUES) {
            values.add(Setting.of(path, from.with(value).toString()));
            value = step.isPresent()
                    ? value.add(step.get().value())
                    : value.multiply(times.orElseThrow().value());
        }
        return values;
    }
}
