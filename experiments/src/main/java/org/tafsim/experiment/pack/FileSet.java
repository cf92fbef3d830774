package org.tafsim.experiment.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.NavigableSet;

/** Files below one folder, on a disk or in a package. */
interface FileSet {

    /** Largest text that is read as a whole (bytes). */
    int MOST_TEXT_BYTES = 64 << 20;

    /** Their names, with forward slashes. */
    NavigableSet<String> names();

    /** Size of a file that is there (bytes). */
    long size(String name) throws IOException;

    /** Bytes of a file that is there. */
    InputStream open(String name) throws IOException;

    /** A file that is there, as UTF-8 text. */
    default String text(String name) throws IOException {
        if (size(name) > MOST_TEXT_BYTES) {
            throw new IOException("is larger than %d bytes".formatted(MOST_TEXT_BYTES));
        }
        try (InputStream in = open(name)) {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(in.readAllBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException("is not UTF-8 text", e);
        }
    }
}
