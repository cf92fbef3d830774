package org.tafsim.sovereignty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers distinct things from 0, in the order in which they are first seen. */
final class Numbering<T> {
    private final Map<T, Integer> numbers = new HashMap<>(); // asked, never iterated
    private final List<T> things = new ArrayList<>();

    int of(T thing) {
        Integer known = numbers.putIfAbsent(thing, things.size());
        if (known != null) {
            return known;
        }
        things.add(thing);
        return things.size() - 1;
    }

    T thing(int number) {
        return things.get(number);
    }

    List<T> things() {
        return things;
    }

    int size() {
        return things.size();
    }
}
