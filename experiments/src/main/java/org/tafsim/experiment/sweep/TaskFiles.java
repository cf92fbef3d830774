package org.tafsim.experiment.sweep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.FileTrees;
import org.tafsim.experiment.Hashes;
import org.tafsim.experiment.SeriesCsv;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A finished task's folder: there complete, or not at all. */
final class TaskFiles {

    private static final String METRICS = "metrics.csv";
    private static final String SERIES = "series.csv";
    private static final String ABOUT = "task.json";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private TaskFiles() {}

    /**
     * Writes a task's results. Where another process was faster, its results stay: they are the same.
     *
     * @param folder of the task
     * @param id of the task
     */
    static void write(Path folder, String id, List<RunResult> results, boolean keepsSeries) throws IOException {
        Path parent = Objects.requireNonNull(folder.getParent());
        Files.createDirectories(parent);
        Path draft = Files.createTempDirectory(parent, "." + folder.getFileName() + ".tmp-");
        try {
            byte[] metrics = TaskMetrics.text(results).getBytes(StandardCharsets.UTF_8);
            Files.write(draft.resolve(METRICS), metrics);
            if (keepsSeries) {
                Files.writeString(draft.resolve(SERIES), SeriesCsv.text(results), StandardCharsets.UTF_8);
            }
            Map<String, Object> about = new LinkedHashMap<>();
            about.put("id", id);
            about.put("metrics_sha256", Hashes.sha256(metrics));
            Files.writeString(draft.resolve(ABOUT), JSON.writeValueAsString(about) + "\n", StandardCharsets.UTF_8);
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            FileTrees.delete(draft);
        } catch (FileSystemException e) {
            FileTrees.delete(draft);
            if (!Files.exists(folder.resolve(ABOUT))) {
                throw e;
            }
        }
    }

    /**
     * Reads a task's metrics; series and curves are not kept.
     *
     * @param id it must have
     * @throws IOException where the folder is damaged or another experiment's, with a message for the user
     */
    static List<RunResult> read(Path folder, String id) throws IOException {
        byte[] metrics = Files.readAllBytes(folder.resolve(METRICS));
        JsonNode about = about(folder);
        if (!about.path("metrics_sha256").asString("").equals(Hashes.sha256(metrics))) {
            throw new IOException("%s is damaged: its checksum is not the one in %s. Delete the folder and resume."
                    .formatted(folder.resolve(METRICS), ABOUT));
        }
        if (!about.path("id").asString("").equals(id)) {
            throw new IOException("%s is the result of another scenario or version of tafsim (id %s, expected %s)."
                    .formatted(folder, about.path("id").asString(""), id));
        }
        try {
            return TaskMetrics.parse(new String(metrics, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new IOException("%s is not a task's file.".formatted(folder.resolve(METRICS)), e);
        }
    }

    private static JsonNode about(Path folder) throws IOException {
        try {
            return JSON.readTree(Files.readString(folder.resolve(ABOUT), StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            throw new IOException("%s is damaged. Delete the folder and resume.".formatted(folder.resolve(ABOUT)), e);
        }
    }
}
