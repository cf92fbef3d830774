package org.tafsim.scenario.source;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a kind of value is written.
 *
 * @param noun what it is, with its article, e.g. {@code a data rate}
 * @param example that parses, e.g. {@code 10 Gbit/s}
 * @param parser from text to value
 * @param standIn for values that do not parse, so that reading can go on; the example's value where empty
 */
public record Format<T>(String noun, String example, Parser<T> parser, Optional<T> standIn) {

    /** A format whose example stands in for values that do not parse. */
    public Format(String noun, String example, Parser<T> parser) {
        this(noun, example, parser, Optional.empty());
    }

    /** From text to value. */
    @FunctionalInterface
    public interface Parser<T> {
        /** The value of a text. */
        T parse(String text) throws Refused;
    }

    /** Any text that is not blank. */
    public static final Format<String> TEXT = new Format<>("a text", "munich", text -> text);

    /** Yes or no. */
    public static final Format<Boolean> FLAG = new Format<>("true or false", "true", text -> switch (text) {
        case "true" -> true;
        case "false" -> false;
        default -> throw Refused.plainly();
    });

    /** The value of a text. */
    public T parse(String text) throws Refused {
        return parser.parse(text);
    }

    /** A valid value, to go on with after a problem. */
    public T placeholder() {
        try {
            return standIn.isPresent() ? standIn.get() : parser.parse(example);
        } catch (Refused e) {
            throw new IllegalStateException("The example of %s (%s) does not parse.".formatted(noun, example), e);
        }
    }

    /** The same, where only some values are good. */
    public Format<T> that(Predicate<T> isGood, String rule) {
        return new Format<>(noun, example, text -> {
            T value = parser.parse(text);
            if (!isGood.test(value)) {
                throw Refused.because("\"%s\" must %s.".formatted(text, rule));
            }
            return value;
        });
    }

    /** Another name and example for it. */
    public Format<T> named(String otherNoun, String otherExample) {
        return new Format<>(otherNoun, otherExample, parser);
    }

    /** One of these words. */
    public static <T> Format<T> oneOf(String noun, Map<String, T> values) {
        String example = values.keySet().stream().findFirst().orElse("");
        return new Format<>(noun, example, text -> {
            T value = values.get(text);
            if (value == null) {
                throw Refused.unknown(text, noun, values.keySet());
            }
            return value;
        });
    }

    /** One of these words. */
    public static Format<String> word(String noun, Collection<String> words) {
        List<String> known = List.copyOf(words);
        String example = known.isEmpty() ? "" : known.get(0);
        Parser<String> parser = text -> {
            if (!known.contains(text)) {
                throw Refused.unknown(text, noun, known);
            }
            return text;
        };
        return new Format<>(noun, example, parser, Optional.of(example));
    }

    /** A constant of an enum, written in lower case with hyphens. */
    public static <E extends Enum<E>> Format<E> constant(String noun, Class<E> type) {
        List<E> constants = Arrays.asList(type.getEnumConstants());
        List<String> words = constants.stream().map(Format::wordOf).toList();
        return new Format<>(noun, words.get(0), text -> {
            int index = words.indexOf(text);
            if (index < 0) {
                throw Refused.unknown(text, noun, words);
            }
            return constants.get(index);
        });
    }

    /** A constant as files write it. */
    public static String wordOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Why a text is not such a value. */
    public static final class Refused extends Exception {
        private final Optional<String> complaint;
        private final Optional<String> hint;

        private Refused(Optional<String> complaint, Optional<String> hint) {
            super(complaint.orElse("not in this format"), null, false, false);
            this.complaint = complaint;
            this.hint = hint;
        }

        static Refused plainly() {
            return new Refused(Optional.empty(), Optional.empty());
        }

        static Refused maybe(String meant) {
            return new Refused(Optional.empty(), Optional.of("Maybe \"%s\"?".formatted(meant)));
        }

        /** With the whole message. */
        public static Refused because(String complaint) {
            return new Refused(Optional.of(complaint), Optional.empty());
        }

        /** Not among the words known. */
        public static Refused unknown(String word, String noun, Collection<String> known) {
            return unknown(word, noun, known, Suggestions.maybe(word, known));
        }

        /** Not among the words known, with an own hint. */
        public static Refused unknown(String word, String noun, Collection<String> known, Optional<String> hint) {
            String choice =
                    known.size() <= 12 && !known.isEmpty() ? "; expected one of " + String.join(", ", known) : "";
            return new Refused(Optional.of("\"%s\" is not %s%s.".formatted(word, noun, choice)), hint);
        }

        String message(String text, Format<?> format) {
            return complaint.orElseGet(
                    () -> "\"%s\" is not %s; expected e.g. \"%s\".".formatted(text, format.noun(), format.example()));
        }

        Optional<String> hint() {
            return hint;
        }
    }
}
