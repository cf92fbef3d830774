package org.tafsim.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Folders with all that is in them. */
public final class FileTrees {

    private FileTrees() {}

    /** Deletes a folder as far as possible; what cannot be deleted joins the reason for deleting. */
    static void delete(Path folder, Exception reason) {
        try {
            delete(folder);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    /** Deletes a file or folder, if there; links themselves, never what they point to. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> entries = Files.list(folder)) {
                for (Path entry : entries.toList()) {
                    delete(entry);
                }
            }
        }
        Files.deleteIfExists(folder);
    }
}
