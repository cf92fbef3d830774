package org.tafsim.plugins;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Changes classes in a jar, as if they had been built elsewhere or long ago. */
final class ClassFiles {

    private ClassFiles() {}

    static void change(Path jar, String name, UnaryOperator<byte[]> change) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            Path file = zip.getPath(name);
            Files.write(file, change.apply(Files.readAllBytes(file)));
        }
    }

    /** Changes every mention of a name to one of the same length. */
    static void rename(Path jar, String name, String from, String to) throws IOException {
        change(
                jar,
                name,
                bytes -> new String(bytes, StandardCharsets.ISO_8859_1)
                        .replace(from, to)
                        .getBytes(StandardCharsets.ISO_8859_1));
    }
}
