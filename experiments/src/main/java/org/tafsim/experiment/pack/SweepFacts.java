package org.tafsim.experiment.pack;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import org.tafsim.engine.Randomness;
import org.tafsim.experiment.PluginList;
import org.tafsim.model.Scenario;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code sweep.json} says.
 *
 * @param id of the sweep
 * @param name of the experiment
 * @param version of tafsim
 * @param points how many
 * @param replications that each point has at least
 * @param randomness relates their random numbers
 * @param plugins that policies come from
 */
record SweepFacts(
        String id,
        String name,
        String version,
        int points,
        int replications,
        Randomness randomness,
        PluginList plugins) {

    static final String FILE = "sweep.json";

    private static final int FORMAT = 1;

    /** @throws IOException where it is not that of a sweep which this version reads */
    static SweepFacts parse(String json) throws IOException {
        JsonNode sweep = JsonMapper.shared().readTree(json);
        if (sweep.path("format").asInt(0) != FORMAT) {
            throw new IOException("has the format %s; this tafsim reads %d"
                    .formatted(sweep.path("format").asString("?"), FORMAT));
        }
        String word = sweep.path("randomness").asString("");
        for (Randomness randomness : Randomness.values()) {
            if (randomness.name().toLowerCase(Locale.ROOT).equals(word)) {
                return new SweepFacts(
                        sweep.path("id").asString(""),
                        sweep.path("name").asString(""),
                        sweep.path("tafsim_version").asString(""),
                        sweep.path("points").asInt(0),
                        sweep.path("replications").asInt(0),
                        randomness,
                        PluginList.parse(sweep.path("plugins")));
            }
        }
        throw new IOException("has the randomness '%s'".formatted(word));
    }

    /** What task ids are made with, beside scenario and replication. */
    String versionOfTasks(Scenario scenario) {
        return version + " " + randomness + plugins.usedBy(scenario).identity();
    }

    /** When the sweep was collected. @throws IOException where the text does not tell */
    static Instant collectedAt(String json) throws IOException {
        try {
            return Instant.parse(
                    JsonMapper.shared().readTree(json).path("collected_at").asString(""));
        } catch (DateTimeException e) {
            throw new IOException("'collected_at' is no time such as 2026-06-03T10:15:30Z", e);
        }
    }
}
