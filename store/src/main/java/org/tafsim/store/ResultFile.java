package org.tafsim.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stored table of one run, sweep or task.
 *
 * @param path absolute
 * @param id of the run or sweep
 * @param point of a task's file
 */
record ResultFile(Path path, String id, @Nullable Long point) {

    /** Files of a view below a run or a sweep, in order; Parquet where a table is there twice. */
    static List<ResultFile> of(ResultView view, ResultFolder folder) throws IOException {
        List<ResultFile> files = new ArrayList<>();
        addIfThere(view, folder.path(), folder.id(), null, files);
        Path tasks = folder.path().resolve("tasks");
        if (folder.isSweep() && Files.isDirectory(tasks)) {
            try (Stream<Path> children = Files.list(tasks)) {
                for (Path task : children.sorted().toList()) {
                    String name = task.getFileName().toString();
                    if (name.matches("\\d+-\\d+")) {
                        addIfThere(view, task, folder.id(), Long.valueOf(name.split("-", 2)[0]), files);
                    }
                }
            }
        }
        return files;
    }

    private static void addIfThere(
            ResultView view, Path folder, String id, @Nullable Long point, List<ResultFile> files) {
        for (String kind : List.of(".parquet", ".csv")) {
            Path file = folder.resolve(view.word() + kind);
            if (Files.isRegularFile(file)) {
                files.add(new ResultFile(file, id, point));
                return;
            }
        }
    }

    boolean isParquet() {
        return path.toString().endsWith(".parquet");
    }
}
