package org.tafsim.experiment.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tafsim.experiment.Environment;
import org.tafsim.experiment.Hashes;
import org.tafsim.experiment.StreamTable;
import org.tafsim.experiment.sweep.SweepFolder;
import org.tafsim.model.Scenario;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a sweep's folder tells of where it was added up, beside its results: enough to pack it. */
public final class SweepProvenance {

    static final String COLLECTED = "collected.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private SweepProvenance() {}

    /**
     * Writes it, after the sweep was collected. Collecting the same results again changes nothing.
     *
     * @param now when that was
     */
    public static void write(SweepFolder folder, Environment environment, Instant now) throws IOException {
        String hash = Hashes.sha256(Files.readAllBytes(folder.path().resolve(RunCheck.SUMMARY)));
        Path collected = folder.path().resolve(COLLECTED);
        boolean isKnown = Files.exists(collected)
                && Files.readString(collected, StandardCharsets.UTF_8).contains(hash);
        if (isKnown || folder.plan().size() == 0) {
            return;
        }
        Scenario scenario = folder.plan().point(0).scenario();
        folder.put(Environment.FILE, environment.json());
        folder.put(
                StreamTable.FILE,
                StreamTable.json(
                        scenario,
                        folder.plan().policies(),
                        folder.plan().experiment().replications().count(),
                        folder.plan().experiment().randomness()));
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("collected_at", now.truncatedTo(ChronoUnit.MILLIS).toString());
        facts.put("summary_sha256", hash);
        folder.put(COLLECTED, JSON.writeValueAsString(facts).replace("\r\n", "\n") + "\n");
    }
}
