package org.tafsim.report.page;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Quantities;
import tools.jackson.databind.JsonNode;

/** What {@code run.json} and the scenario say of how it was made. */
final class Facts {

    private static final int NANOS_DECIMALS = 9;

    private Facts() {}

    /** Of a run, by the names of the page's data. */
    static Map<String, @Nullable Object> ofRun(JsonNode run, ScenarioTree scenario) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        for (String key : List.of("id", "sha256")) {
            facts.put(key, value(run.path(key)));
        }
        facts.put("version", value(run.path("tafsim_version")));
        facts.put("seed", value(run.path("seed")));
        facts.put("replications", value(run.path("replications")));
        facts.put("confidence", SummaryTable.CONFIDENCE);
        facts.put("warmup_s", seconds(scenario.text("run", "warmup")).orElse(null));
        facts.put("duration_s", seconds(scenario.text("run", "duration")).orElse(null));
        for (String key : List.of("jdk", "os", "cores", "started_at", "wall_s")) {
            facts.put(key, value(run.path(key)));
        }
        return facts;
    }

    /** Of a sweep. */
    static Map<String, @Nullable Object> ofSweep(JsonNode sweep, JsonNode environment, JsonNode streams) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("id", value(sweep.path("id")));
        facts.put("sha256", null);
        facts.put("version", value(sweep.path("tafsim_version")));
        facts.put("seed", value(streams.path("seed")));
        facts.put("replications", value(sweep.path("replications")));
        facts.put("confidence", SummaryTable.CONFIDENCE);
        facts.put("warmup_s", null);
        facts.put("duration_s", null);
        facts.put("jdk", value(environment.path("java").path("version")));
        facts.put("os", value(environment.path("os").path("name")));
        facts.put("cores", value(environment.path("cores")));
        facts.put("started_at", null);
        facts.put("wall_s", null);
        return facts;
    }

    /** A duration of a scenario (s). */
    static Optional<BigDecimal> seconds(String duration) {
        try {
            return duration.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Numbers.of(BigDecimal.valueOf(Quantities.DURATION.parse(duration), NANOS_DECIMALS)
                            .toPlainString()));
        } catch (Format.Refused e) {
            return Optional.empty();
        }
    }

    private static @Nullable Object value(JsonNode node) {
        if (node.isNumber()) {
            return node.decimalValue();
        }
        return node.isString() ? node.asString() : null;
    }
}
