package org.tafsim.cli.audit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.experiment.audit.DecisionFile;

/** Finds a log of decisions. */
final class DecisionLogFile {

    private DecisionLogFile() {}

    /** A log itself, or that of a run's folder. */
    static Path of(Path place) {
        Path file = Files.isDirectory(place) ? place.resolve(DecisionFile.FILE) : place;
        if (!Files.isRegularFile(file)) {
            throw new InvalidInputException(
                    "%s: there is no log of decisions. Maybe run the scenario with --decisions.".formatted(file));
        }
        return file;
    }
}
