package org.tafsim.experiment.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells runs and sweeps apart. */
final class Subjects {

    private Subjects() {}

    /** @throws IOException where the folder is neither a complete run nor a complete sweep */
    static Subject read(Path folder, PackOptions options) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(
                    Files.exists(folder)
                            ? "%s is not a folder. Name the folder of a run, such as results/runs/hello-…."
                                    .formatted(folder)
                            : "%s does not exist.".formatted(folder));
        }
        if (RunSubject.isAt(folder)) {
            return RunSubject.read(folder, options);
        }
        if (SweepSubject.isAt(folder)) {
            return SweepSubject.read(folder);
        }
        throw new IOException("%s holds no run and no sweep: it has neither %s nor %s."
                .formatted(folder, RunFacts.FILE, SweepFacts.FILE));
    }
}
