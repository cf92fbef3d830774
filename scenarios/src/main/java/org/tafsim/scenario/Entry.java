package org.tafsim.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A mapping of one line that is being written. */
final class Entry {

    private final Map<String, String> fields = new LinkedHashMap<>();

    /** Adds a word. */
    Entry word(String key, String word) {
        return raw(key, YamlText.word(word));
    }

    /** Adds a list of words. */
    Entry words(String key, List<String> words) {
        return raw(key, YamlText.words(words));
    }

    /** Adds a number. */
    Entry number(String key, double value) {
        return raw(key, YamlText.number(value));
    }

    /** Adds a whole number. */
    Entry number(String key, long value) {
        return raw(key, Long.toString(value));
    }

    /** Adds a number and its unit. */
    Entry quantity(String key, double value, String unit) {
        return raw(key, YamlText.number(value) + " " + unit);
    }

    /** Adds a time span (ns). */
    Entry duration(String key, long nanos) {
        return raw(key, YamlText.duration(nanos));
    }

    /** Adds what is YAML already. */
    Entry raw(String key, String yaml) {
        fields.put(key, yaml);
        return this;
    }

    @Override
    public String toString() {
        return YamlText.mapping(fields);
    }
}
