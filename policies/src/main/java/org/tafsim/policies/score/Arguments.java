package org.tafsim.policies.score;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.tafsim.policies.Domains;
import org.tafsim.policies.Spelling;
import org.tafsim.units.DurationText;
import org.tafsim.units.Durations;

/** Reads what stands in a term's parentheses. */
final class Arguments {

    private Arguments() {}

    static void none(Term term) {
        if (!term.argument().isEmpty()) {
            throw new ArgumentException("%s takes nothing in parentheses.".formatted(term.name()));
        }
    }

    static double seconds(Term term) {
        return parsed(term, text -> Durations.secondsOfNanos(DurationText.nanos(text)));
    }

    /** A number in [0, most]; with a percent sign a hundredth of it. */
    static double number(Term term, String otherwise, double most) {
        String text = term.argument().isEmpty() ? otherwise : term.argument();
        boolean isPercent = text.endsWith("%");
        String digits = (isPercent ? text.substring(0, text.length() - 1) : text).strip();
        try {
            double number = Double.parseDouble(digits) / (isPercent ? 100 : 1);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new ArgumentException("\"%s\" is not a number between 0 and %s, as %s takes."
                .formatted(text, most >= 1e15 ? "any" : Double.toString(most), term.name()));
    }

    static Domains domains(String word) {
        return new Domains(parsed(word, Domains.Kind::of));
    }

    static <E extends Enum<E>> E word(Term term, Class<E> kind, E otherwise) {
        if (term.argument().isEmpty()) {
            return otherwise;
        }
        List<String> words = Arrays.stream(kind.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        int found = words.indexOf(term.argument());
        if (found < 0) {
            throw new ArgumentException("expected one of %s, found \"%s\".%s"
                    .formatted(String.join(", ", words), term.argument(), Spelling.maybe(term.argument(), words)));
        }
        return kind.getEnumConstants()[found];
    }

    static <T> T parsed(Term term, Function<String, T> parse) {
        return parsed(term.argument(), parse);
    }

    private static <T> T parsed(String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException refusal) {
            throw new ArgumentException(String.valueOf(refusal.getMessage()));
        }
    }
}
