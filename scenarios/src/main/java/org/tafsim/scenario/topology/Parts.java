package org.tafsim.scenario.topology;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Connected parts of a graph. */
final class Parts {

    private final Map<Integer, List<Integer>> neighbors = new LinkedHashMap<>();

    Parts(Collection<Integer> nodes) {
        nodes.forEach(node -> neighbors.put(node, new ArrayList<>()));
    }

    /** Joins two of the nodes. */
    void join(int one, int other) {
        Objects.requireNonNull(neighbors.get(one)).add(other);
        Objects.requireNonNull(neighbors.get(other)).add(one);
    }

    /** All parts, in the order of their first nodes. */
    List<Set<Integer>> all() {
        List<Set<Integer>> parts = new ArrayList<>();
        Set<Integer> seen = new LinkedHashSet<>();
        for (int node : neighbors.keySet()) {
            if (!seen.contains(node)) {
                Set<Integer> part = from(node);
                seen.addAll(part);
                parts.add(part);
            }
        }
        return parts;
    }

    /** The largest part, the first of equals. */
    static Set<Integer> largest(List<Set<Integer>> parts) {
        Set<Integer> largest = Set.of();
        for (Set<Integer> part : parts) {
            largest = part.size() > largest.size() ? part : largest;
        }
        return largest;
    }

    private Set<Integer> from(int first) {
        Set<Integer> part = new LinkedHashSet<>(List.of(first));
        Deque<Integer> toDo = new ArrayDeque<>(part);
        while (!toDo.isEmpty()) {
            for (int next : Objects.requireNonNull(neighbors.get(toDo.pop()))) {
                if (part.add(next)) {
                    toDo.push(next);
                }
            }
        }
        return part;
    }
}
