package org.tafsim.serving;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Measurements of others, which lie beside the project and not in it; without them a test is skipped. */
final class MeasuredData {
    private static final Path FOLDER = Path.of(System.getProperty("tafsim.shared", "../../shared"), "validation");

    private MeasuredData() {}

    static List<String> lines(String folder, String... more) {
        Path file = FOLDER.resolve(Path.of(folder, more));
        Assumptions.assumeTrue(Files.exists(file), "The measurements are not there: " + file);
        try {
            return Files.readAllLines(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of a table without quotes, its heading left out. */
    static List<String[]> rows(String folder, String file) {
        return lines(folder, file).stream().skip(1).map(line -> line.split(",")).toList();
    }
}
