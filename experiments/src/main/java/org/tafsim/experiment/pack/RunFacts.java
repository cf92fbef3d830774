package org.tafsim.experiment.pack;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tafsim.experiment.PluginList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code run.json} says.
 *
 * @param id of the run
 * @param scenario its name
 * @param sha256 of the resolved scenario and the version
 * @param seed root of all random streams
 * @param replications of each policy
 * @param policies labels, in order
 * @param version of tafsim
 * @param plugins that policies come from
 * @param started when
 * @param ended when
 */
record RunFacts(
        String id,
        String scenario,
        String sha256,
        long seed,
        int replications,
        List<String> policies,
        String version,
        PluginList plugins,
        Instant started,
        Instant ended) {

    static final String FILE = "run.json";

    private static final String FORMAT = "tafsim-run";
    private static final int FORMAT_VERSION = 1;

    /**
     * Reads it.
     *
     * @throws IOException where it is not that of a complete run which this version reads
     */
    static RunFacts parse(String json) throws IOException {
        JsonNode run = JsonMapper.shared().readTree(json);
        if (!run.path("format").asString("").equals(FORMAT)) {
            throw new IOException("is not of the format " + FORMAT);
        }
        if (run.path("format_version").asInt(0) != FORMAT_VERSION) {
            throw new IOException("has the format version %s; this tafsim reads %d"
                    .formatted(run.path("format_version").asString("?"), FORMAT_VERSION));
        }
        if (!run.path("status").asString("").equals("ok")) {
            throw new IOException("says that the run is not complete (status %s)"
                    .formatted(run.path("status").asString("missing")));
        }
        List<String> policies = new ArrayList<>();
        run.path("policies").forEach(policy -> policies.add(policy.path("label").asString("")));
        return new RunFacts(
                text(run, "id"),
                text(run, "scenario"),
                text(run, "sha256"),
                run.path("seed").asLong(0),
                run.path("replications").asInt(0),
                policies,
                text(run, "tafsim_version"),
                PluginList.parse(run.path("plugins")),
                instant(run, "started_at"),
                instant(run, "ended_at"));
    }

    private static String text(JsonNode run, String key) throws IOException {
        String text = run.path(key).asString("");
        if (text.isEmpty()) {
            throw new IOException("lacks '%s'".formatted(key));
        }
        return text;
    }

    private static Instant instant(JsonNode run, String key) throws IOException {
        try {
            return Instant.parse(text(run, key));
        } catch (DateTimeException e) {
            throw new IOException("'%s' is no time such as 2026-06-03T10:15:30Z".formatted(key), e);
        }
    }
}
