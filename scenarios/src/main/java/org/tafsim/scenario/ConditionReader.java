package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tafsim.model.Condition;
import org.tafsim.model.DataClass;
import org.tafsim.model.Fact;
import org.tafsim.model.Tier;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Suggestions;

/**
 * Reads what a rule asks: {@code {class: ">=PER", place.country: {in: EEA}}}, {@code {anyOf: [...]}}. The keys of one mapping
 * must all hold. Sets of countries become the countries they hold on the scenario's day.
 */
final class ConditionReader {

    /** Facts by name. */
    static final Map<String, Fact> FACTS = facts();

    /** Facts of which one asks what is among them: a bare word is one that they must have. */
    private static final Set<Fact> SEVERAL = Set.of( // asked, never iterated
            Fact.PLACE_CERTIFICATES,
            Fact.ACTOR_EXPOSURE,
            Fact.ACTOR_ESTABLISHMENTS,
            Fact.ACTOR_UNDERTAKINGS,
            Fact.ASSET_FLAGS,
            Fact.SUBJECT_CONSENT);

    private final Reading reading;
    private final Set<String> regimes;
    private final MeasureReader measures;

    /**
     * A reader.
     *
     * @param regimes that exposure may be to
     */
    ConditionReader(Reading reading, Set<String> regimes) {
        this.reading = reading;
        this.regimes = regimes;
        this.measures = new MeasureReader(reading);
    }

    Condition read(Node node) {
        Keys keys = reading.keys(node, "a condition");
        List<Condition> parts = new ArrayList<>();
        for (Node.Field field : keys.fields()) {
            part(field).ifPresent(parts::add);
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.AllOf(parts);
    }

    private Optional<Condition> part(Node.Field field) {
        Node value = field.value();
        return switch (field.key()) {
            case "class" -> Optional.of(Keys.read(value, dataClass(), reading.problems()));
            case "allOf" -> Optional.of(new Condition.AllOf(parts(value)));
            case "anyOf" -> Optional.of(new Condition.AnyOf(parts(value)));
            default -> MeasureReader.named(field.key()).isEmpty() ? fact(field) : Optional.of(measures.read(field));
        };
    }

    private List<Condition> parts(Node node) {
        if (node instanceof Node.Items list) {
            return list.items().stream().map(this::read).toList();
        }
        reading.problems().report(node.at(), "is %s; expected a list of conditions.".formatted(node.kind()));
        return List.of();
    }

    private static Format<Condition> dataClass() {
        return new Format<>("a data class", ">=PER", ConditionReader::dataClass);
    }

    private static Condition dataClass(String text) throws Format.Refused {
        boolean isAtLeast = text.startsWith(">=");
        String name = isAtLeast ? text.substring(2).strip() : text;
        for (DataClass dataClass : DataClass.values()) {
            if (dataClass.name().equals(name)) {
                return isAtLeast ? new Condition.ClassAtLeast(dataClass) : new Condition.ClassIs(dataClass);
            }
        }
        throw Format.Refused.because("\"%s\" is not a data class, as SPC or \">=PER\".".formatted(text));
    }

    private Optional<Condition> fact(Node.Field field) {
        Fact fact = FACTS.get(field.key());
        if (fact == null) {
            reading.problems()
                    .report(
                            field.keyAt(),
                            "'%s' is nothing a rule can ask about.".formatted(field.key()),
                            Suggestions.maybe(field.key(), names()));
            return Optional.empty();
        }
        if (field.value() instanceof Node.Text) {
            List<String> words = Keys.read(field.value(), words(fact), reading.problems());
            return Optional.of(SEVERAL.contains(fact) ? new Condition.Has(fact, words) : new Condition.In(fact, words));
        }
        return Optional.of(comparison(fact, reading.keys(field.value(), "a comparison")));
    }

    private Condition comparison(Fact fact, Keys keys) {
        List<Condition> parts = new ArrayList<>();
        keys.find("in").ifPresent(any -> parts.add(new Condition.In(fact, words(keys, "in", fact))));
        keys.find("has").ifPresent(any -> parts.add(new Condition.Has(fact, words(keys, "has", fact))));
        keys.find("excludes").ifPresent(any -> parts.add(new Condition.Excludes(fact, words(keys, "excludes", fact))));
        keys.find("hasAny").ifPresent(any -> parts.add(hasAny(fact, words(keys, "hasAny", fact))));
        keys.find("within", Format.oneOf("a fact", FACTS))
                .ifPresent(other -> parts.add(new Condition.Within(fact, other)));
        keys.done();
        if (parts.isEmpty()) {
            reading.problems()
                    .report(keys.at(), "compares with nothing; expected in, has, hasAny, excludes or within.");
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.AllOf(parts);
    }

    private static Condition hasAny(Fact fact, List<String> words) {
        return new Condition.AnyOf(words.stream()
                .map(word -> (Condition) new Condition.Has(fact, List.of(word)))
                .toList());
    }

    private List<String> words(Keys keys, String key, Fact fact) {
        return keys.oneOrMore(key, words(fact)).stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** How the words of a fact are written. */
    Format<List<String>> words(Fact fact) {
        return switch (fact) {
            case PLACE_COUNTRY,
                    PLACE_HARDWARE,
                    ACTOR_SEAT,
                    ACTOR_CONTROL,
                    ACTOR_ESTABLISHMENTS,
                    KEY_COUNTRY,
                    PATH_COUNTRIES,
                    SUBJECT_COUNTRY,
                    TENANT_COUNTRY,
                    MODEL_PROVIDER -> reading.catalog().countries(reading.day());
            case ACTOR_EXPOSURE -> one(Format.word("a regime", regimes));
            case PLACE_TIER ->
                one(new Format<>(
                        "a tier",
                        "cloud",
                        text -> Format.wordOf(
                                Format.constant("a tier", Tier.class).parse(text))));
            case PLACE_CERTIFICATES, TENANT_SECTOR -> one(Format.TEXT);
            case CACHE_SHARING -> one(RuleWords.CACHE_SHARING);
            case ACTOR_UNDERTAKINGS -> one(RuleWords.UNDERTAKING);
            case ASSET_ENCRYPTION -> one(RuleWords.ENCRYPTION);
            case ASSET_FLAGS -> one(RuleWords.FLAG);
            case ASSET_PURPOSE -> one(RuleWords.PURPOSE);
            case SUBJECT_CONSENT -> one(RuleWords.CONSENT);
            case WORKLOAD_RISK -> one(RuleWords.RISK);
        };
    }

    private static Format<List<String>> one(Format<String> format) {
        return new Format<>(format.noun(), format.example(), text -> List.of(format.parse(text)));
    }

    /** All that a condition can have as a key. */
    static List<String> names() {
        List<String> names = new ArrayList<>(List.of("class", "allOf", "anyOf"));
        names.addAll(FACTS.keySet());
        names.addAll(MeasureReader.names());
        return names;
    }

    private static Map<String, Fact> facts() {
        Map<String, Fact> facts = new LinkedHashMap<>();
        for (Fact fact : Fact.values()) {
            facts.put(fact.word(), fact);
        }
        return facts;
    }
}
