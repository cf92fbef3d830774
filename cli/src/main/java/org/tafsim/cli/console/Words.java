package org.tafsim.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tafsim.scenario.source.Suggestions;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Constants of an enumeration as people type them: lower case, hyphens. */
public abstract class Words<E extends Enum<E>> implements ITypeConverter<E> {

    private final Class<E> type;

    public Words(Class<E> type) {
        this.type = type;
    }

    @Override
    public E convert(String text) {
        for (E constant : type.getEnumConstants()) {
            if (wordOf(constant).equals(text)) {
                return constant;
            }
        }
        List<String> words = all(type);
        String hint = Suggestions.maybe(text, words).map(maybe -> " " + maybe).orElse("");
        throw new TypeConversionException("'%s' is not one of %s.%s".formatted(text, String.join(", ", words), hint));
    }

    /** A constant's word. */
    public static String wordOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static <E extends Enum<E>> List<String> all(Class<E> type) {
        List<String> words = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            words.add(wordOf(constant));
        }
        return words;
    }
}
