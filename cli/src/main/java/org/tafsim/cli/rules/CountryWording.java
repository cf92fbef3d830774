package org.tafsim.cli.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says lists of countries by the names of the sets they are made of. */
final class CountryWording {

    private final Map<String, List<String>> sets;

    /**
     * Wording with these sets.
     *
     * @param sets countries by name
     */
    CountryWording(Map<String, List<String>> sets) {
        this.sets = sets;
    }

    /** The same words, where a set that is there as a whole stands for its members; the largest first. */
    List<String> shortened(List<String> words) {
        List<String> left = new ArrayList<>(words);
        List<String> names = new ArrayList<>();
        sets.entrySet().stream()
                .sorted((one, other) ->
                        Integer.compare(other.getValue().size(), one.getValue().size()))
                .filter(set -> left.containsAll(set.getValue()))
                .forEachOrdered(set -> {
                    if (left.containsAll(set.getValue())) {
                        names.add(set.getKey());
                        left.removeAll(set.getValue());
                    }
                });
        names.addAll(left);
        return names;
    }
}
