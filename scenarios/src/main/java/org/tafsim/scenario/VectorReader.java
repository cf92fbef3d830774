package org.tafsim.scenario;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tafsim.model.DataClass;
import org.tafsim.model.Fact;
import org.tafsim.model.Measure;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Suggestions;
import org.tafsim.sovereignty.RuleCase;
import org.tafsim.sovereignty.Verdict;

/** Reads test cases of rules: {@code {given: {class: PER, place.country: US}, expect: deny}}. */
final class VectorReader {

    private final Reading reading;
    private final ConditionReader conditions;

    VectorReader(Reading reading, ConditionReader conditions) {
        this.reading = reading;
        this.conditions = conditions;
    }

    RuleVector read(Node node) {
        Keys keys = reading.keys(node, "a vector");
        Map<Fact, List<String>> words = new EnumMap<>(Fact.class);
        Map<Measure, Double> numbers = new EnumMap<>(Measure.class);
        Keys given = reading.keys(keys.require("given", "{class: PER}").orElse(node), "the facts of a case");
        DataClass dataClass =
                given.optional("class", Format.oneOf("a data class", AppSection.dataClasses()), DataClass.PUB);
        for (Node.Field field : given.fields()) {
            Fact fact = ConditionReader.FACTS.get(field.key());
            if (fact != null) {
                words.put(
                        fact,
                        given.oneOrMore(field.key(), conditions.words(fact)).stream()
                                .flatMap(List::stream)
                                .toList());
            } else if (!MeasureReader.named(field.key()).isEmpty()) {
                numbers.putAll(numbers(field));
            } else if (keys.has("given") && !field.key().equals("class")) {
                reading.problems()
                        .report(
                                field.keyAt(),
                                "'%s' is nothing a rule can ask about.".formatted(field.key()),
                                Suggestions.maybe(field.key(), ConditionReader.names()));
            }
        }
        Verdict expect = keys.required("expect", Format.constant("a verdict", Verdict.class));
        keys.done();
        return new RuleVector(new RuleCase(dataClass, words, numbers), expect, keys.at());
    }

    /** One number, or one for each of several. */
    private Map<Measure, Double> numbers(Node.Field field) {
        List<Measure> measures = MeasureReader.named(field.key());
        Map<Measure, Double> numbers = new EnumMap<>(Measure.class);
        List<Node> items = field.value() instanceof Node.Items list ? list.items() : List.of(field.value());
        if (items.size() != 1 && items.size() != measures.size()) {
            reading.problems()
                    .report(
                            field.value().at(),
                            "has %d numbers; expected one, or %d.".formatted(items.size(), measures.size()));
            return numbers;
        }
        Format<Double> format = MeasureReader.value(field.key());
        List<Double> values = items.stream()
                .map(item -> Keys.read(item, format, reading.problems()))
                .toList();
        IntStream.range(0, measures.size())
                .forEach(i -> numbers.put(measures.get(i), values.get(values.size() == 1 ? 0 : i)));
        return numbers;
    }
}
