package org.tafsim.experiment;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are there as a whole or not at all. */
public final class NewFiles {

    private NewFiles() {}

    /** What a file holds, and how much of that there was. */
    @FunctionalInterface
    public interface Content {
        /** Writes it all. */
        long writeTo(Writer writer) throws IOException;
    }

    /** Writes beside the file, then renames: what was there before stays until all is written. */
    public static void write(Path file, byte[] bytes) throws IOException {
        Path draft = draft(file);
        try {
            Files.write(draft, bytes);
            publish(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** The same of a text (UTF-8) too long to be kept. Returns how much there was. */
    public static long write(Path file, Content content) throws IOException {
        Path draft = draft(file);
        try {
            long written;
            try (Writer writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
                written = content.writeTo(writer);
            }
            publish(draft, file);
            return written;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static Path draft(Path file) {
        return file.resolveSibling(file.getFileName() + ".draft");
    }

    private static void publish(Path draft, Path file) throws IOException {
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
