package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tafsim.model.Condition;
import org.tafsim.model.Measure;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Quantities;

/**
 * Reads what a rule asks of a number: {@code place.ual: ">=2"}, {@code cache.ttl: {max: 1 h}}, {@code place.seal: {each:
 * ">=tenant.minSeal"}}.
 */
final class MeasureReader {

    private static final String SEAL = "place.seal";
    private static final String MINIMUM_SEAL = "tenant.minSeal";

    /** Numbers by name; {@code place.seal} stands for its eight objectives. */
    private static final Map<String, List<Measure>> MEASURES = measures();

    private final Reading reading;

    MeasureReader(Reading reading) {
        this.reading = reading;
    }

    /** Every name. */
    static List<String> names() {
        return List.copyOf(MEASURES.keySet());
    }

    /** The numbers of this name; none where it names no number. */
    static List<Measure> named(String name) {
        return MEASURES.getOrDefault(name, List.of());
    }

    /** The condition of a field whose key is one of the names. */
    Condition read(Node.Field field) {
        Format<Condition> asText = asText(field.key());
        if (field.value() instanceof Node.Text) {
            return Keys.read(field.value(), asText, reading.problems());
        }
        Keys keys = reading.keys(field.value(), "a bound");
        List<Condition> parts = new ArrayList<>();
        keys.find("each", asText).ifPresent(parts::add);
        keys.find("min", bound(field.key(), true)).ifPresent(parts::add);
        keys.find("max", bound(field.key(), false)).ifPresent(parts::add);
        keys.done();
        if (keys.has("each") && named(field.key()).size() == 1) {
            reading.problems()
                    .report(keys.at("each"), "'%s' is one number; each is for several.".formatted(field.key()));
        }
        if (parts.isEmpty()) {
            reading.problems().report(keys.at(), "compares with nothing; expected min, max or each.");
        }
        return all(parts);
    }

    private static Format<Condition> asText(String name) {
        return new Format<>("a bound", ">=" + bound(name, true).example(), text -> {
            boolean isAtLeast = text.startsWith(">=");
            if (!isAtLeast && !text.startsWith("<=")) {
                throw Format.Refused.because("\"%s\" is not a bound; expected e.g. \">=%s\"."
                        .formatted(text, value(name).example()));
            }
            return bound(name, isAtLeast).parse(text.substring(2).strip());
        });
    }

    /** A bound from one side: a number, or the name of another. */
    private static Format<Condition> bound(String name, boolean isAtLeast) {
        Format<Double> value = value(name);
        return new Format<>(value.noun(), value.example(), text -> {
            List<Measure> others = named(text);
            List<Measure> asked = named(name);
            if (!others.isEmpty() && others.size() != asked.size()) {
                throw Format.Refused.because("\"%s\" and '%s' are not alike.".formatted(text, name));
            }
            if (others.isEmpty()) {
                double bound = value.parse(text);
                return all(asked.stream()
                        .map(one -> compare(one, bound, isAtLeast))
                        .toList());
            }
            return all(IntStream.range(0, asked.size())
                    .mapToObj(i -> isAtLeast
                            ? new Condition.AtLeastOther(asked.get(i), others.get(i))
                            : new Condition.AtLeastOther(others.get(i), asked.get(i)))
                    .map(Condition.class::cast)
                    .toList());
        });
    }

    private static Condition compare(Measure measure, double bound, boolean isAtLeast) {
        return isAtLeast ? new Condition.AtLeast(measure, bound) : new Condition.AtMost(measure, bound);
    }

    private static Condition all(List<Condition> parts) {
        return parts.size() == 1 ? parts.get(0) : new Condition.AllOf(parts);
    }

    /** How the number is written. */
    static Format<Double> value(String name) {
        if (name.startsWith("actor.nonEu")) {
            return Quantities.FRACTION;
        }
        if (name.equals(Measure.CACHE_TTL_SECONDS.word())) {
            return Quantities.SECONDS;
        }
        Format<Long> level = Quantities.whole(0, 4, "3");
        return new Format<>("a level", "3", text -> level.parse(text).doubleValue());
    }

    private static Map<String, List<Measure>> measures() {
        Map<String, List<Measure>> measures = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            measures.put(measure.word(), List.of(measure));
        }
        measures.put(SEAL, objectives(SEAL));
        measures.put(MINIMUM_SEAL, objectives(MINIMUM_SEAL));
        return measures;
    }

    private static List<Measure> objectives(String name) {
        return Stream.of(Measure.values())
                .filter(measure -> measure.word().startsWith(name + "."))
                .toList();
    }
}
