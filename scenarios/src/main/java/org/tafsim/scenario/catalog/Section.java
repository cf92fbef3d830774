package org.tafsim.scenario.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Problems;

/**
 * A list of named entries, in a catalog file or in a scenario.
 *
 * @param key of the list, e.g. {@code accelerators}
 * @param noun of an entry, e.g. {@code an accelerator}
 * @param idKey the key that names an entry
 * @param reader of one entry, given its id and where its figures come from
 */
record Section<T>(String key, String noun, String idKey, EntryReader<T> reader) {

    /** Reads one entry. */
    @FunctionalInterface
    interface EntryReader<T> {
        /** Empty where it could not be built; the problem is noted. */
        Optional<T> read(String id, Keys keys, String source, Problems problems);
    }

    /** All entries by id, in the order of the file. */
    Map<String, T> read(Keys owner, String defaultSource, Problems problems) {
        Map<String, T> entries = new LinkedHashMap<>();
        for (Node item : owner.items(key)) {
            Keys keys = Keys.of(item, noun, problems);
            String id = keys.required(idKey, Format.TEXT);
            String source = keys.optional("source", Format.TEXT, defaultSource);
            if (source.isEmpty()) {
                problems.report(keys.at(), "%s has no source.".formatted(id));
            }
            Optional<T> entry = reader.read(id, keys, source, problems);
            keys.done();
            if (entry.isPresent() && entries.put(id, entry.get()) != null) {
                problems.report(keys.at(idKey), "two entries are called '%s'.".formatted(id));
            }
        }
        return entries;
    }
}
