package org.tafsim.cli.pack;

import java.nio.file.Files;
import java.nio.file.Path;
import org.tafsim.cli.console.InvalidInputException;

/** A package that a user names. */
final class PackageFile {

    private PackageFile() {}

    /** @throws InvalidInputException where there is no such file */
    static Path existing(Path zip) {
        if (!Files.exists(zip)) {
            throw new InvalidInputException("%s does not exist.".formatted(zip));
        }
        if (!Files.isRegularFile(zip)) {
            throw new InvalidInputException("%s is not a file. Name a package, as made by pack.".formatted(zip));
        }
        return zip;
    }
}
