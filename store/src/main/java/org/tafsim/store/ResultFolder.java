package org.tafsim.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Results of one run or of one sweep.
 *
 * @param isSweep whether of a sweep
 * @param id as {@code run.json} or {@code sweep.json} has it
 * @param path absolute
 * @param facts what that file says
 */
public record ResultFolder(boolean isSweep, String id, Path path, JsonNode facts) {

    private static final int FORMAT_VERSION = 1;

    /**
     * What a folder holds, where it holds results.
     *
     * @throws ResultStoreException where a newer tafsim wrote it, or what describes it is broken
     */
    static Optional<ResultFolder> find(Path folder) throws IOException {
        if (Files.isRegularFile(folder.resolve("run.json"))) {
            return Optional.of(read(folder, "run.json", false));
        }
        if (Files.isRegularFile(folder.resolve("sweep.json"))) {
            return Optional.of(read(folder, "sweep.json", true));
        }
        if (Files.isRegularFile(folder.resolve("points.csv"))) {
            JsonNode unfinished = JsonMapper.shared().createObjectNode();
            return Optional.of(new ResultFolder(true, folder.getFileName().toString(), folder, unfinished));
        }
        return Optional.empty();
    }

    private static ResultFolder read(Path folder, String name, boolean isSweep) throws IOException {
        Path file = folder.resolve(name);
        JsonNode facts = json(file);
        int version = facts.path("format_version").asInt(FORMAT_VERSION);
        if (version != FORMAT_VERSION) {
            throw new ResultStoreException(
                    "%s has format version %d; this tafsim reads version %d.".formatted(file, version, FORMAT_VERSION));
        }
        String id = facts.path("id").asString(folder.getFileName().toString());
        return new ResultFolder(isSweep, id, folder, facts);
    }

    private static JsonNode json(Path file) throws IOException {
        try {
            JsonNode json = JsonMapper.shared().readTree(Files.readAllBytes(file));
            if (json.isObject()) {
                return json;
            }
            throw new ResultStoreException("%s is not a JSON object.".formatted(file));
        } catch (JacksonException e) {
            throw new ResultStoreException("%s is not JSON: %s".formatted(file, e.getOriginalMessage()), e);
        }
    }

    /** Whether everything is there: a sweep is added up when its last task is done. */
    public boolean isComplete() {
        return !isSweep || Files.isRegularFile(path.resolve("summary.csv"));
    }

    /** A fact as text; empty where it is missing. */
    public String fact(String name) {
        return facts.path(name).asString("");
    }

    /** Labels of the policies, in the scenario's order. */
    public List<String> policies() {
        return facts.path("policies")
                .valueStream()
                .map(policy -> policy.isString()
                        ? policy.asString()
                        : policy.path("label").asString(""))
                .toList();
    }
}
