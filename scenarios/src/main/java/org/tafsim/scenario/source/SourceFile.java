package org.tafsim.scenario.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads text files that people wrote: UTF-8, and no larger than a person writes. */
public final class SourceFile {

    private static final long LARGEST_BYTES = 4 << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private SourceFile() {}

    /** The text of a file; empty where it cannot be read. The problem is noted. */
    public static Optional<String> read(Path file, Problems problems) {
        Place at = Place.of(file.toString());
        if (!Files.isRegularFile(file)) {
            problems.report(at, Files.exists(file) ? "is not a file." : "does not exist.");
            return Optional.empty();
        }
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                problems.report(at, "is larger than %d MiB.".formatted(LARGEST_BYTES >> 20));
                return Optional.empty();
            }
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            problems.report(at, "is not UTF-8 text.");
        } catch (IOException e) {
            problems.report(at, "cannot be read: %s.".formatted(e.getMessage()));
        }
        return Optional.empty();
    }
}
