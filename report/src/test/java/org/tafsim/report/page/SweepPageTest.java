package org.tafsim.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SweepPageTest {

    private static final String PATH = "apps[id=chat].arrivals.rate";

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void write() throws IOException {
        SyntheticFolder.put(
                folder,
                "sweep.json",
                "{\"format\":1,\"id\":\"load-1\",\"name\":\"load\",\"tafsim_version\":\"1\",\"points\":2,\"replications\":2}");
        SyntheticFolder.put(folder, "points.csv", "point,name," + PATH + ",mode\n0,low,2 /s,edge\n1,,4.5 /s,cloud\n");
        StringBuilder summary =
                new StringBuilder("point,name," + PATH + ",mode,policy,scope,metric,unit,mean,half_width,n\n");
        StringBuilder best = new StringBuilder("point,name," + PATH + ",mode,metric,policy\n");
        String[] points = {"0,low,2 /s,edge", "1,,4.5 /s,cloud"};
        for (String point : points) {
            for (String policy : List.of("nearest", "random")) {
                for (String scope : List.of("all", "app:chat", "tier:cloud")) {
                    summary.append("%s,%s,%s,ttft_p95,ms,%s,1.500000,2\n"
                            .formatted(point, policy, scope, policy.equals("nearest") ? "80.250000" : "1234.5"));
                }
            }
            best.append(point).append(",ttft_p95,nearest\n");
        }
        SyntheticFolder.put(folder, "summary.csv", summary.toString());
        SyntheticFolder.put(folder, "best.csv", best.toString());
        SyntheticFolder.put(folder, "baseline.csv", """
                point,name,baseline,policy,scope,metric,unit,baseline_mean,mean_difference,half_width,n,p_value,adjusted_p_value
                1,,0,nearest,all,ttft_p95,ms,80.250000,3.000000,,1,1.000000,1.000000
                """);
        Files.createDirectories(folder.resolve("tasks/0-0"));
        Files.createDirectories(folder.resolve("tasks/0-1"));
        Files.createDirectories(folder.resolve("tasks/1-0"));
    }

    private JsonNode data() throws IOException {
        String json = PageText.json(Page.of(folder).data());
        return JsonMapper.shared().readTree(json);
    }

    private static List<String> notices(JsonNode data) {
        List<String> texts = new ArrayList<>();
        data.path("notices").forEach(notice -> texts.add(notice.path("text").asString()));
        return texts;
    }

    @Test
    void pointsHaveTheirValuesAndNumbersWhereTheyAreNumbers() throws IOException {
        JsonNode sweep = data().path("sweep");

        assertThat(sweep.path("axes").get(0).path("label").asString()).isEqualTo("chat rate");
        assertThat(sweep.path("axes").get(0).path("unit").asString()).isEqualTo("/s");
        assertThat(sweep.path("axes").get(0).path("numeric").asBoolean()).isTrue();
        assertThat(sweep.path("axes").get(1).path("numeric").asBoolean()).isFalse();
        assertThat(sweep.path("points").get(1).path("numbers").toString()).isEqualTo("[4.5,null]");
        assertThat(sweep.path("points").get(0).path("name").asString()).isEqualTo("low");
        assertThat(sweep.path("points").get(1).path("run").asString())
                .isEqualTo("tafsim run points/1/scenario.resolved.yaml");
    }

    @Test
    void rowsAreOfAllRequestsAndOfApplications() throws IOException {
        JsonNode data = data();

        assertThat(data.path("kind").asString()).isEqualTo("sweep");
        assertThat(data.path("summary").path("scopes").toString()).isEqualTo("[\"all\",\"app:chat\"]");
        assertThat(data.path("sweep").path("rows").size()).isEqualTo(8);
        assertThat(data.path("sweep").path("rows").get(0).toString()).isEqualTo("[0,0,0,0,80.25,1.5,2]");
        assertThat(data.path("sweep").path("best").get(0).toString()).isEqualTo("[0,0,[0]]");
        assertThat(data.path("sweep").path("baseline").get(0).toString()).isEqualTo("[1,0,0,0,80.25,3,null,1,1]");
    }

    @Test
    void theTableHasTheWordsOfTheTerminal() throws IOException {
        JsonNode row = data().path("table").get(2);

        assertThat(row.path("section").asString()).isEqualTo("Time to first token, p95");
        assertThat(row.path("label").asString()).isEqualTo("low");
        assertThat(row.path("cells").toString()).isEqualTo("[\"80.2 ±1.5\",\"1,234 ±2\"]");
        assertThat(row.path("best").toString()).isEqualTo("[0]");
    }

    @Test
    void whatIsMissingIsSaid() throws IOException {
        JsonNode data = data();

        assertThat(notices(data))
                .contains(
                        "The sweep is not complete: 3 of 4 tasks are done.",
                        "points/0/scenario.resolved.yaml is missing: the map, the rules and the sources are left out.");
        assertThat(data.path("sweep").path("done").toString()).isEqualTo("[3,4]");
        assertThat(data.path("sweep").path("search").isNull()).isTrue();
    }

    @Test
    void aNewerSweepIsReadAsFarAsPossible() throws IOException {
        SyntheticFolder.put(folder, "sweep.json", "{\"format\":9,\"name\":\"later\"}");
        Files.delete(folder.resolve("summary.csv"));
        Files.delete(folder.resolve("points.csv"));
        JsonNode data = data();

        assertThat(notices(data))
                .contains(
                        "A newer tafsim wrote this (format 9, this one knows 1): what it can read is shown.",
                        "points.csv is missing: the points of the sweep are left out.",
                        "summary.csv is missing: there are no numbers.");
        assertThat(data.path("title").asString()).isEqualTo("later");
    }
}
