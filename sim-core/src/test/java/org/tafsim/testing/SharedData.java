package org.tafsim.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measured data beside the project, in {@code ../shared/data} seen from its root, or where {@code -Dtafsim.shared=...} says. A
 * test that needs a file that is not there is skipped.
 */
public final class SharedData {
    private static final Path FOLDER = Path.of(System.getProperty("tafsim.shared", "../../shared"), "data");

    private SharedData() {}

    /** All files below a folder whose names end in one of some endings, sorted. */
    public static List<Path> files(String folder, String... endings) {
        Path path = FOLDER.resolve(folder);
        assumeTrue(Files.isDirectory(path), () -> "Skipped: the data folder %s is not there.".formatted(path));
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a CSV file without quotes, its header left out. */
    public static List<String[]> rows(String file) {
        Path path = FOLDER.resolve(file);
        assumeTrue(Files.exists(path), () -> "Skipped: the data file %s is not there.".formatted(path));
        try {
            return Files.readAllLines(path, StandardCharsets.UTF_8).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
