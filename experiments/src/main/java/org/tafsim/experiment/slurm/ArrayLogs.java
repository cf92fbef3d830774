package org.tafsim.experiment.slurm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What elements said before they ended. */
final class ArrayLogs {

    private static final int LINES = 5;

    private final Path folder;

    /**
     * The logs of arrays.
     *
     * @param folder of the arrays
     */
    ArrayLogs(Path folder) {
        this.folder = folder.resolve("logs");
    }

    /** The end of the newest log, or what it means that there is none. */
    String lastWords() throws IOException {
        Optional<Path> newest = findNewest();
        if (newest.isEmpty()) {
            return "No element left a log in %s. Maybe the nodes do not see this folder: --out must be on a file system that all share."
                    .formatted(folder);
        }
        String text = new String(Files.readAllBytes(newest.get()), StandardCharsets.UTF_8);
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        String end = String.join("\n  ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        return "The last words in %s:\n  %s".formatted(newest.get(), end);
    }

    private Optional<Path> findNewest() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> logs = Files.list(folder)) {
            return logs.filter(Files::isRegularFile)
                    .max(Comparator.comparingLong((Path log) -> log.toFile().lastModified())
                            .thenComparing(Comparator.naturalOrder()));
        }
    }
}
