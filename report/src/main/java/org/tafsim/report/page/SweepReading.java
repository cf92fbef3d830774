package org.tafsim.report.page;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tafsim.experiment.Comparison;
import org.tafsim.experiment.SummaryRow;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.experiment.sweep.Contest;
import org.tafsim.experiment.sweep.PointSummary;
import org.tafsim.report.table.SweepRows;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads the folder of a sweep. */
final class SweepReading {

    static final String ABOUT = "sweep.json";

    private static final int FORMAT = 1;

    /** Rows of the page: beyond, single applications are left out, then metrics that nobody compares. */
    private static final int MOST_ROWS = 25_000;

    private static final int MOST_POINTS_OF_TABLE = 40;

    private final FolderFiles files;
    private final Names policies = new Names();
    private final MetricRows metrics = new MetricRows();
    private final Map<Integer, List<SummaryRow>> tableRows = new LinkedHashMap<>();

    SweepReading(FolderFiles files) {
        this.files = files;
    }

    PageData read() {
        JsonNode about =
                files.json(ABOUT, "what the sweep is, is not said").orElse(JsonNodeFactory.instance.objectNode());
        if (about.path("format").asInt(FORMAT) > FORMAT) {
            files.notices()
                    .warn("A newer tafsim wrote this (format %s, this one knows %d): what it can read is shown."
                            .formatted(about.path("format").asString("?"), FORMAT));
        }
        SweepPoints points = SweepPoints.read(files);
        List<List<@Nullable Object>> rows = rows();
        Map<Integer, Map<String, List<String>>> best = best();
        ScenarioPart scenario = ScenarioPart.read(files, scenarioOf(points), Optional.empty());
        SweepData sweep = new SweepData(
                points.axes(),
                points.points(),
                rows,
                done(about),
                baseline(),
                bestRows(best),
                texts("sensitivity.csv"),
                texts("search.csv"));
        return new PageData(
                PageData.CONTRACT,
                "sweep",
                about.path("name").asString("sweep"),
                scenario.tree().text("description"),
                files.notices().list(),
                Facts.ofSweep(about, optional("environment.json"), optional("streams.json")),
                List.of("tafsim sweep resume ."),
                policies.list(),
                List.of(),
                table(points, best),
                metrics.summary(List.of()),
                List.of(),
                Definitions.list(metrics.metrics(), false),
                scenario.sources(),
                scenario.defaults(),
                scenario.geography().sites(),
                scenario.geography().populations(),
                scenario.geography().links(),
                scenario.outline(),
                null,
                null,
                new LatencyData(List.of(), List.of()),
                List.of(),
                scenario.rules(),
                null,
                null,
                sweep);
    }

    /** The first that is there: points differ in little of what a page tells of them. */
    private String scenarioOf(SweepPoints points) {
        List<String> names = points.lines().stream()
                .map(line -> "points/%d/scenario.resolved.yaml".formatted(line.number()))
                .toList();
        return names.stream()
                .filter(files::has)
                .findFirst()
                .orElse(names.isEmpty() ? "points/0/scenario.resolved.yaml" : names.get(0));
    }

    private JsonNode optional(String name) {
        return files.has(name)
                ? files.json(name, "it is left out").orElse(JsonNodeFactory.instance.objectNode())
                : JsonNodeFactory.instance.objectNode();
    }

    /** Of {@code summary.csv}, all requests and whole applications. */
    private List<List<@Nullable Object>> rows() {
        if (!files.has(SummaryRows.FILE) && files.has("search.csv")) {
            return List.of();
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<Boolean> isAll = new ArrayList<>();
        List<Boolean> isCompared = new ArrayList<>();
        List<String> columns = new ArrayList<>(SummaryRows.COLUMNS);
        columns.add("point");
        files.rows(SummaryRows.FILE, columns, "there are no numbers", row -> {
            String scope = row.getField("scope");
            if (!MetricRows.isWhole(scope)) {
                return;
            }
            int point = Integer.parseInt(row.getField("point"));
            rows.add(row(point, row));
            isAll.add(scope.equals("all"));
            isCompared.add(Comparison.METRICS.contains(row.getField("metric")));
            if (scope.equals("all")) {
                tableRows.computeIfAbsent(point, added -> new ArrayList<>()).add(SummaryRows.tableRow(row));
            }
        });
        return cut(rows, isAll, isCompared);
    }

    private List<List<@Nullable Object>> cut(
            List<List<@Nullable Object>> rows, List<Boolean> isAll, List<Boolean> isCompared) {
        if (rows.size() <= MOST_ROWS) {
            return rows;
        }
        List<List<@Nullable Object>> kept = new ArrayList<>();
        boolean isFew = isAll.stream().filter(all -> all).count() <= MOST_ROWS;
        for (int i = 0; i < rows.size(); i++) {
            if (isAll.get(i) && (isFew || isCompared.get(i))) {
                kept.add(rows.get(i));
            }
        }
        files.notices()
                .inform(
                        isFew
                                ? "Numbers are those of all applications together; summary.csv has each."
                                : "Numbers are those of all applications together in the metrics that are compared; "
                                        + "summary.csv has all.");
        return kept;
    }

    private List<@Nullable Object> row(int point, NamedCsvRecord row) {
        return Arrays.asList(
                point,
                policies.indexOf(row.getField("policy")),
                metrics.scope(row.getField("scope")),
                metrics.metric(row.getField("metric"), row.getField("unit")),
                Numbers.of(row.getField("mean")),
                Numbers.orNull(row.getField("half_width")),
                Long.valueOf(row.getField("n")));
    }

    /** Best policies by point and metric. */
    private Map<Integer, Map<String, List<String>>> best() {
        Map<Integer, Map<String, List<String>>> best = new LinkedHashMap<>();
        if (files.has("best.csv")) {
            files.rows(
                    "best.csv",
                    List.of("point", "metric", "policy"),
                    "best policies are not told",
                    row -> best.computeIfAbsent(Integer.parseInt(row.getField("point")), added -> new LinkedHashMap<>())
                            .computeIfAbsent(row.getField("metric"), added -> new ArrayList<>())
                            .add(row.getField("policy")));
        }
        return best;
    }

    private List<List<Object>> bestRows(Map<Integer, Map<String, List<String>>> best) {
        List<List<Object>> rows = new ArrayList<>();
        best.forEach((point, byMetric) -> byMetric.forEach((metric, labels) -> rows.add(List.of(
                point,
                metrics.metric(metric, ""),
                labels.stream().map(policies::indexOf).toList()))));
        return rows;
    }

    private List<TableEntry> table(SweepPoints points, Map<Integer, Map<String, List<String>>> best) {
        List<PointSummary> summaries = new ArrayList<>();
        for (SweepPoints.Line line : points.lines()) {
            List<SummaryRow> rows = tableRows.get(line.number());
            if (rows != null && summaries.size() < MOST_POINTS_OF_TABLE) {
                List<String> labels =
                        rows.stream().map(SummaryRow::policy).distinct().toList();
                summaries.add(new PointSummary(
                        points.point(line),
                        0,
                        new SummaryTable(SummaryTable.CONFIDENCE, labels, rows),
                        List.of(),
                        List.of(),
                        Contest.ALL.stream()
                                .map(contest -> best.getOrDefault(line.number(), Map.of())
                                        .getOrDefault(contest.metric(), List.of()))
                                .toList()));
            }
        }
        List<TableEntry> entries = new ArrayList<>();
        for (SweepRows.Section section : new SweepRows(summaries, policies.list()).sections()) {
            section.rows()
                    .forEach(row ->
                            entries.add(TableEntry.of(section.label(), row.label(), section.unit(), row.cells())));
        }
        return entries;
    }

    private List<Integer> done(JsonNode about) {
        Set<String> tasks = new TreeSet<>();
        try (Stream<Path> entries = Files.list(files.folder().resolve("tasks"))) {
            entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> name.matches("\\d{1,9}-\\d{1,9}"))
                    .forEach(tasks::add);
        } catch (IOException e) {
            files.notices().inform("tasks/ is not there: how far the sweep is, is not known.");
        }
        int all = about.path("points").asInt(0) * about.path("replications").asInt(0);
        if (tasks.size() < all && !tasks.isEmpty()) {
            files.notices().warn("The sweep is not complete: %d of %d tasks are done.".formatted(tasks.size(), all));
        }
        return List.of(tasks.size(), Math.max(all, tasks.size()));
    }

    /** Of {@code baseline.csv}, where there is one. */
    private List<List<@Nullable Object>> baseline() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        if (files.has("baseline.csv")) {
            List<String> columns = List.of(
                    "point", "policy", "scope", "metric", "baseline_mean", "mean_difference", "adjusted_p_value");
            files.rows("baseline.csv", columns, "differences to the baseline are left out", row -> {
                if (row.getField("scope").equals("all")) {
                    rows.add(Arrays.asList(
                            Integer.parseInt(row.getField("point")),
                            policies.indexOf(row.getField("policy")),
                            metrics.scope("all"),
                            metrics.metric(row.getField("metric"), row.getField("unit")),
                            Numbers.of(row.getField("baseline_mean")),
                            Numbers.of(row.getField("mean_difference")),
                            Numbers.orNull(row.getField("half_width")),
                            Long.valueOf(row.getField("n")),
                            Numbers.of(row.getField("adjusted_p_value"))));
                }
            });
        }
        return rows;
    }

    private SweepData.@Nullable TextTable texts(String name) {
        if (!files.has(name)) {
            return null;
        }
        List<String> columns = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        files.rows(name, List.of(), "it is left out", row -> {
            if (columns.isEmpty()) {
                columns.addAll(row.getHeader());
            }
            rows.add(row.getFields());
        });
        return new SweepData.TextTable(columns, rows);
    }
}
