package org.tafsim.cli.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tafsim.store.ResultFolder;
import org.tafsim.store.ResultFolders;
import picocli.CommandLine.Option;

/** Where the results are. */
final class RootOption {

    @Option(
            names = "--root",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Folder with results, or of one result (default: ${DEFAULT-VALUE}).")
    private Path root = Path.of("results");

    ResultFolders folders() throws IOException {
        return ResultFolders.below(root);
    }

    /** The result of this id below the root, or in this folder. */
    ResultFolder find(String idOrFolder) throws IOException {
        Path folder = Path.of(idOrFolder);
        if (Files.isDirectory(folder)) {
            ResultFolders there = ResultFolders.below(folder);
            if (there.folders().size() == 1) {
                return there.folders().get(0);
            }
        }
        return folders().get(idOrFolder);
    }
}
