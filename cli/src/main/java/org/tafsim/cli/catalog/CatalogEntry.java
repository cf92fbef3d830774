package org.tafsim.cli.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One thing the catalog knows.
 *
 * @param id how scenarios name it
 * @param values what is known of it, with units
 * @param source where that comes from
 */
record CatalogEntry(String id, List<Value> values, String source) {

    /** One of its values; long ones are shown only when asked for. */
    record Value(String key, String text, boolean isShort) {}

    /** In one line. */
    String summary() {
        return values.stream()
                .filter(Value::isShort)
                .map(value -> value.key() + " " + value.text())
                .collect(Collectors.joining(", "));
    }

    /** For programs; texts as the file has them. */
    Map<String, String> asMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("id", id);
        values.forEach(value -> map.put(value.key(), value.text()));
        map.put("source", source);
        return map;
    }
}
