package org.tafsim.report.page;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names that rows refer to by their place, in the order in which they were first seen. */
final class Names {

    private final Map<String, Integer> indexes = new LinkedHashMap<>();

    Names() {}

    Names(Collection<String> first) {
        first.forEach(this::indexOf);
    }

    int indexOf(String name) {
        return indexes.computeIfAbsent(name, added -> indexes.size());
    }

    List<String> list() {
        return List.copyOf(indexes.keySet());
    }
}
