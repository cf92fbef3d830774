package org.tafsim.experiment.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One scenario of an experiment.
 *
 * @param number from 0, in the order of the file
 * @param name that a list gives it; empty where it has none
 * @param settings in the order of the file, no path twice
 */
public record Point(int number, Optional<String> name, List<Setting> settings) {

    /** Copies. */
    public Point {
        settings = List.copyOf(settings);
    }

    /** A point without a name. */
    public Point(int number, List<Setting> settings) {
        this(number, Optional.empty(), settings);
    }

    /** For people: its name, or its values. */
    public String label() {
        return name.orElseGet(() -> settings.stream().map(Setting::text).collect(Collectors.joining(", ")));
    }

    Point withNumber(int other) {
        return new Point(other, name, settings);
    }

    /** The text of the value at a path; empty where this point leaves it to the base. */
    public Optional<String> find(String path) {
        return settings.stream()
                .filter(setting -> setting.path().equals(path))
                .map(Setting::text)
                .findFirst();
    }
}
