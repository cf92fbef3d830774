package org.tafsim.scenario.topology;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Lists of names in notes. */
final class Names {

    private static final int MOST = 8;

    private Names() {}

    /** E.g. {@code Oslo, Bergen and 3 more}. */
    static String listed(Collection<String> names) {
        List<String> distinct = names.stream().distinct().toList();
        if (distinct.size() <= MOST) {
            return String.join(", ", distinct);
        }
        String first = distinct.stream().limit(MOST - 1).collect(Collectors.joining(", "));
        return "%s and %d more".formatted(first, distinct.size() - MOST + 1);
    }

    /** E.g. {@code 1 node}, {@code 3 nodes}. */
    static String counted(long count, String noun) {
        return "%d %s%s".formatted(count, noun, count == 1 ? "" : "s");
    }
}
