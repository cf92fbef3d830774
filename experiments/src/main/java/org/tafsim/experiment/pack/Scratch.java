package org.tafsim.experiment.pack;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tafsim.experiment.FileTrees;

/** A folder that is gone afterwards, in which a package's scenario finds its traces, and nothing else. */
final class Scratch implements Closeable {

    private final Path folder;

    private Scratch(Path folder) {
        this.folder = folder;
    }

    static Scratch create() throws IOException {
        return new Scratch(Files.createTempDirectory("tafsim-package-"));
    }

    Path folder() {
        return folder;
    }

    /**
     * Lays out the inputs of a run. Whether they are the right ones is for the scenario's reader, which knows their hashes.
     *
     * @param run files of the package
     * @param elsewhere folder in which inputs that the package leaves out are looked for
     * @return whether all are there
     */
    boolean layOut(FileSet run, List<InputList.Entry> inputs, Optional<Path> elsewhere) throws IOException {
        boolean isComplete = true;
        for (InputList.Entry input : inputs) {
            Path target = folder.resolve(input.name());
            Path parent = Optional.ofNullable(target.getParent()).orElse(folder);
            Files.createDirectories(parent);
            Optional<Path> other = elsewhere
                    .map(place -> place.resolve(String.valueOf(target.getFileName())))
                    .filter(Files::isRegularFile);
            if (run.names().contains(input.name())) {
                try (InputStream in = run.open(input.name())) {
                    Files.copy(in, target);
                }
            } else if (other.isPresent()) {
                Files.copy(other.get(), target);
            } else {
                isComplete = false;
            }
        }
        return isComplete;
    }

    @Override
    public void close() throws IOException {
        FileTrees.delete(folder);
    }
}
