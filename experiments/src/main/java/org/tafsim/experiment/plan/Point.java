package org.tafsim.experiment.plan;

import java.util.List;
import java.util.Optional;

/**
 * One scenario of an experiment.
 *
 * @param number from 0, in the order of the file
 * @param settings in the order of the file, no path twice
 */
public record Point(int number, List<Setting> settings) {

    /** Copies. */
    public Point {
        settings = List.copyOf(settings);
    }

    /** The text of the value at a path; empty where this point leaves it to the base. */
    public Optional<String> find(String path) {
        return settings.stream()
                .filter(setting -> setting.path().equals(path))
                .map(Setting::text)
                .findFirst();
    }
}
