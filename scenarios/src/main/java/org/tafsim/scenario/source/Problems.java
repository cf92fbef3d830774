package org.tafsim.scenario.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Collects everything that is wrong, so that the user hears it all at once. What a template says wrong is told once, however
 * many sites come of it.
 */
public final class Problems {

    private final Set<Problem> found = new LinkedHashSet<>();
    private final Map<String, Set<String>> askedKeys = new TreeMap<>();
    private int reports;

    /** Notes a problem. */
    public void report(Place place, String message) {
        report(place, message, Optional.empty());
    }

    /** Notes a problem, with what was perhaps meant. */
    public void report(Place place, String message, Optional<String> hint) {
        reportAll(List.of(Problem.at(place, message, hint)));
    }

    /** Notes problems found elsewhere. */
    public void reportAll(Collection<Problem> problems) {
        found.addAll(problems);
        reports += problems.size();
    }

    /** Whether nothing is wrong so far. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** How often something was reported so far; grows too where a template's mistake is met again. */
    public int count() {
        return reports;
    }

    /** All problems by file, line and column. */
    public List<Problem> list() {
        List<Problem> sorted = new ArrayList<>(found);
        Collections.sort(sorted);
        return List.copyOf(sorted);
    }

    /**
     * Builds a record, whose own checks are the last word; what it refuses becomes a problem.
     *
     * @return empty where the record refused its values
     */
    public <T> Optional<T> build(Place place, Supplier<T> record) {
        try {
            return Optional.of(record.get());
        } catch (IllegalArgumentException | ArithmeticException refusal) {
            report(place, String.valueOf(refusal.getMessage()));
            return Optional.empty();
        }
    }

    /** Notes which keys a kind of mapping may have. */
    void noteKeys(String noun, Collection<String> keys) {
        askedKeys.computeIfAbsent(noun, any -> new TreeSet<>()).addAll(keys);
    }

    /** The keys asked for so far, by kind of mapping: what the schema must agree with. */
    public Map<String, Set<String>> askedKeys() {
        return Collections.unmodifiableMap(askedKeys);
    }
}
