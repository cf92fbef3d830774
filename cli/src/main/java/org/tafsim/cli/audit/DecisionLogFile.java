package org.tafsim.cli.audit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.experiment.audit.DecisionFile;

/** Finds a log of decisions. */
final class DecisionLogFile {

    private DecisionLogFile() {}

    /** A log itself, or that of a run's folder. */
    static Path of(Path place) {
        return find(place)
                .orElseThrow(() -> new InvalidInputException(
                        "%s: there is no log of decisions. Maybe run the scenario with --decisions."
                                .formatted(fileOf(place))));
    }

    /** The same, where there is one. */
    static Optional<Path> find(Path place) {
        return Optional.of(fileOf(place)).filter(Files::isRegularFile);
    }

    private static Path fileOf(Path place) {
        return Files.isDirectory(place) ? place.resolve(DecisionFile.FILE) : place;
    }
}
