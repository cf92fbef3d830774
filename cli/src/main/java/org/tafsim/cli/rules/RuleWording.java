package org.tafsim.cli.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tafsim.model.AssetKind;
import org.tafsim.model.Condition;
import org.tafsim.model.Duty;
import org.tafsim.model.Fact;
import org.tafsim.model.Measure;
import org.tafsim.model.Trust;

/** Says in plain words what a rule asks, as lines of an outline. */
final class RuleWording {
    private static final String INDENT = "  ";
    private static final long DAY = 86_400_000_000_000L;

    private final CountryWording countries;
    private final Map<Class<? extends Condition>, Function<Condition, String>> sentences = new LinkedHashMap<>();

    RuleWording(CountryWording countries) {
        this.countries = countries;
        add(Condition.In.class, in -> FactWording.of(in.fact()) + oneOf(in.words()));
        add(Condition.Has.class, has -> among("each of", "is", has.words(), has.fact()));
        add(Condition.Excludes.class, out -> among("none of", "is not", out.words(), out.fact()));
        add(Condition.Within.class, within -> FactWording.of(within.fact()) + " is " + FactWording.of(within.other()));
        add(
                Condition.AtLeast.class,
                least -> FactWording.of(least.measure()) + " is at least " + number(least.measure(), least.bound()));
        add(
                Condition.AtMost.class,
                most -> FactWording.of(most.measure()) + " is at most " + number(most.measure(), most.bound()));
        add(
                Condition.AtLeastOther.class,
                least -> FactWording.of(least.measure()) + " is at least " + FactWording.of(least.other()));
        add(Condition.ClassAtLeast.class, least -> "the data class is " + least.dataClass() + " or higher");
        add(Condition.ClassIs.class, is -> "the data class is " + is.dataClass());
    }

    /** What it is where there is one word, else what it is among. */
    private String oneOf(List<String> words) {
        List<String> shortened = countries.shortened(words);
        boolean isPlain = shortened.size() == 1 && shortened.equals(words);
        return isPlain ? " is " + words.get(0) : " is among " + listed(shortened);
    }

    private String among(String ofSeveral, String ofOne, List<String> words, Fact fact) {
        List<String> shortened = countries.shortened(words);
        String subject = shortened.size() == 1 ? shortened.get(0) : ofSeveral + " " + listed(shortened);
        return subject + (shortened.size() == 1 ? " " + ofOne : " is") + " among " + FactWording.of(fact);
    }

    private static String listed(List<String> words) {
        return words.isEmpty() ? "nothing" : String.join(", ", words);
    }

    private <C extends Condition> void add(Class<C> type, Function<C, String> sentence) {
        sentences.put(type, condition -> sentence.apply(type.cast(condition)));
    }

    /** The lines of a condition; one for each of its parts. */
    List<String> condition(Condition condition) {
        return condition instanceof Condition.AllOf all
                ? all.parts().stream().flatMap(part -> lines(part, "").stream()).toList()
                : lines(condition, "");
    }

    private List<String> lines(Condition condition, String indent) {
        if (condition instanceof Condition.AllOf all) {
            return several(indent, "all of", all.parts());
        }
        if (condition instanceof Condition.AnyOf any) {
            return several(indent, "at least one of", any.parts());
        }
        Function<Condition, String> sentence = sentences.get(condition.getClass());
        if (sentence == null) {
            throw new IllegalStateException("No words for %s.".formatted(condition));
        }
        return List.of(indent + "- " + sentence.apply(condition));
    }

    private List<String> several(String indent, String heading, List<Condition> parts) {
        List<String> lines = new ArrayList<>();
        parts.forEach(part -> lines.addAll(lines(part, indent + INDENT)));
        List<String> alike =
                lines.stream().map(RuleWording::ofEachObjective).distinct().toList();
        if (lines.size() == Trust.OBJECTIVES && alike.size() == 1) {
            return List.of(indent + alike.get(0).strip());
        }
        lines.add(0, indent + "- " + heading);
        return lines;
    }

    /** A sentence about one objective of the framework as one about all eight. */
    private static String ofEachObjective(String sentence) {
        return sentence.replaceFirst("SOV-\\d", "each of SOV-1 to SOV-8").replaceFirst(" in SOV-\\d", " there");
    }

    /** A duty in one line. */
    String duty(Duty duty) {
        if (duty instanceof Duty.DeleteWithin within) {
            String when = within.nanos() == 0 ? "at" : "within " + time(within.nanos()) + " of";
            return "- erase %s %s the request's end".formatted(kinds(within.assets()), when);
        }
        if (duty instanceof Duty.RetainAtLeast least) {
            return "- keep %s for at least %s".formatted(kinds(least.assets()), time(least.nanos()));
        }
        return "- tell the tenant " + String.join(", ", ((Duty.Disclose) duty).facts());
    }

    private static String kinds(List<AssetKind> kinds) {
        return String.join(", ", kinds.stream().map(AssetKind::word).toList());
    }

    private static String time(long nanos) {
        return nanos % DAY == 0 ? nanos / DAY + " d" : nanos / 1e9 + " s";
    }

    private static String number(Measure measure, double bound) {
        return switch (measure) {
            case ACTOR_LARGEST_NON_EU_SHARE, ACTOR_TOTAL_NON_EU_SHARE -> "%.0f %%".formatted(100 * bound);
            case CACHE_TTL_SECONDS -> "%.0f s".formatted(bound);
            default -> "%.0f".formatted(bound);
        };
    }
}
