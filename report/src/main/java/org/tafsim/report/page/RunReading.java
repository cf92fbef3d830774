package org.tafsim.report.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tafsim.experiment.SummaryTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads the folder of a run. */
final class RunReading {

    static final String ABOUT = "run.json";

    private static final int FORMAT_VERSION = 1;

    private final FolderFiles files;

    RunReading(FolderFiles files) {
        this.files = files;
    }

    PageData read() {
        JsonNode about =
                files.json(ABOUT, "what the run is, is not said").orElse(JsonNodeFactory.instance.objectNode());
        checkFormat(about);
        Names policies = new Names(labels(about));
        MetricRows metrics = new MetricRows();
        SummaryRows.Read summary = SummaryRows.read(files, policies, metrics);
        checkRequests(summary.table());
        ScenarioPart scenario = ScenarioPart.read(files, "scenario.resolved.yaml", Optional.of("scenario.yaml"));
        Optional<BigDecimal> warmup = Facts.seconds(scenario.tree().text("run", "warmup"));
        TimeData time = TimeData.read(files, policies, warmup);
        PlacesData places =
                PlacesData.read(files, policies, scenario.geography().sites());
        LatencyData latency = LatencyData.read(files, policies);
        List<List<Object>> flows = FlowRows.read(files, policies);
        RequestRows requests = RequestRows.read(files);
        List<List<Object>> optimum = OptimumRows.read(files, policies);
        List<List<@Nullable Object>> differences =
                DifferenceRows.of(summary.results(), policies, metrics, files.notices());
        SummaryTable table = summary.table();
        return new PageData(
                PageData.CONTRACT,
                "run",
                about.path("scenario").asString(scenario.tree().text("name")),
                scenario.tree().text("description"),
                files.notices().list(),
                Facts.ofRun(about, scenario.tree()),
                rerun(about),
                policies.list(),
                new Tiles(table, new Promises(scenario.tree())).list(),
                TableEntry.list(table),
                metrics.summary(summary.rows()),
                differences,
                Definitions.list(metrics.metrics(), time != null),
                scenario.sources(),
                scenario.defaults(),
                scenario.geography().sites(),
                scenario.geography().populations(),
                scenario.geography().links(),
                scenario.outline(),
                time,
                places,
                latency,
                flows,
                scenario.rules(),
                requests,
                optimum,
                null);
    }

    private void checkFormat(JsonNode about) {
        if (about.path("format_version").asInt(FORMAT_VERSION) > FORMAT_VERSION) {
            files.notices()
                    .warn("A newer tafsim wrote this (format %s, this one knows %d): what it can read is shown."
                            .formatted(about.path("format_version").asString("?"), FORMAT_VERSION));
        }
        if (!about.path("status").asString("ok").equals("ok")) {
            files.notices()
                    .warn("The run is not complete: its status is '%s'."
                            .formatted(about.path("status").asString("?")));
        }
    }

    private void checkRequests(SummaryTable summary) {
        List<Double> requests = summary.policies().stream()
                .flatMap(policy -> summary.find(policy, "all", "requests").stream())
                .map(row -> row.interval().mean())
                .toList();
        if (!requests.isEmpty() && requests.stream().allMatch(mean -> mean == 0)) {
            files.notices().warn("No request was measured: there are no latencies. Maybe the run is too short.");
        }
    }

    private static List<String> labels(JsonNode about) {
        List<String> labels = new ArrayList<>();
        about.path("policies").forEach(policy -> labels.add(policy.path("label").asString("")));
        return labels;
    }

    private static List<String> rerun(JsonNode about) {
        List<String> files = new ArrayList<>();
        about.path("plugins").forEach(plugin -> files.add(plugin.path("file").asString("")));
        String plugins = files.isEmpty() ? "" : " --plugins FOLDER"; // which has the jars of run.json
        return List.of("tafsim run scenario.resolved.yaml" + plugins);
    }
}
