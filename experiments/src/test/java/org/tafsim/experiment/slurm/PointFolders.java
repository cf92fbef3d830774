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
    public int doneTasks() {
        return allTasks - points().size();
    }

    void finish(int point) throws IOException {
        Files.createDirectories(folder.resolve("tasks/" + point));
    }
}
