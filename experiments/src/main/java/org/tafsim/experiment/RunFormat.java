package org.tafsim.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code run.json}: that a folder is a run, of which scenario, and where and when it took place. */
final class RunFormat {

    static final String FILE = "run.json";
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private static final String FORMAT = "tafsim-run";
    private static final int FORMAT_VERSION = 1;
    private static final double NANOS_PER_SECOND = 1e9;

    private RunFormat() {}

    /** Text of a run that began and, where an end is given, ended. */
    static String running(RunInfo info, Host host, Instant started) {
        return text(facts("running", info, host, started));
    }

    static String complete(RunInfo info, Host host, Instant started, Instant ended, long cpuNanos) {
        Map<String, Object> facts = facts("ok", info, host, started);
        facts.put("ended_at", ended.truncatedTo(ChronoUnit.MILLIS).toString());
        facts.put("wall_s", Decimals.exact(Duration.between(started, ended).toMillis() / 1e3, 3));
        if (cpuNanos >= 0) {
            facts.put("cpu_s", Decimals.exact(cpuNanos / NANOS_PER_SECOND, 3));
        }
        return text(facts);
    }

    private static Map<String, Object> facts(String status, RunInfo info, Host host, Instant started) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("format", FORMAT);
        facts.put("format_version", FORMAT_VERSION);
        facts.put("status", status);
        facts.put("id", info.id().value());
        facts.put("scenario", info.scenario());
        facts.put("sha256", info.id().sha256());
        facts.put("seed", info.seed());
        facts.put("replications", info.replications());
        facts.put("policies", info.policies());
        facts.put("tafsim_version", info.version());
        if (!info.plugins().plugins().isEmpty()) {
            facts.put("plugins", info.plugins().plugins());
        }
        facts.put("settings", info.settings());
        facts.put("jdk", host.jdk());
        facts.put("os", host.os());
        facts.put("cores", host.cores());
        facts.put("started_at", started.truncatedTo(ChronoUnit.MILLIS).toString());
        return facts;
    }

    /** Indented JSON, ended by a line feed. */
    static String text(Map<String, ?> facts) {
        return JSON.writeValueAsString(facts).replace("\r\n", "\n") + "\n";
    }

    /** Throws unless the folder is a run that this version can read. */
    static void check(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw notARun(folder, "it has no " + FILE);
        }
        JsonNode run = read(folder, file);
        if (!run.path("format").asString("").equals(FORMAT)) {
            throw notARun(folder, "its %s is not of the format %s".formatted(FILE, FORMAT));
        }
        int version = run.path("format_version").asInt(0);
        if (version > FORMAT_VERSION) {
            throw new IOException(
                    "%s was written by a newer tafsim (format %s, this one knows %s). Choose another folder."
                            .formatted(folder, version, FORMAT_VERSION));
        }
    }

    private static JsonNode read(Path folder, Path file) throws IOException {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JacksonException e) {
            throw notARun(folder, "its %s is not JSON".formatted(FILE));
        }
    }

    private static IOException notARun(Path folder, String why) {
        return new IOException(
                "%s is not a run of tafsim: %s. Nothing was changed there. Choose another folder or a new one."
                        .formatted(folder, why));
    }
}
