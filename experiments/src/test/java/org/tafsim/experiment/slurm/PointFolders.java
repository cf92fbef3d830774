package org.tafsim.experiment.slurm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** A sweep of one task for each point, that is done when its folder is there. */
record PointFolders(Path folder, int allTasks) implements Outstanding {

    @Override
    public List<Integer> points() {
        return IntStream.range(0, allTasks)
                .filter(point -> !Files.isDirectory(folder.resolve("tasks/" + point)))
                .boxed()
                .toList();
    }

    @Override
    public Standing standing() {
        return new Standing(allTasks - points().size(), allTasks);
    }

    @Override
    public void forgetFailures() {}

    void finish(int point) throws IOException {
        Files.createDirectories(folder.resolve("tasks/" + point));
    }
}
