package org.tafsim.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.report.table.RunHeadline;
import org.tafsim.report.table.RunTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PageTest {

    private static final String EVIL = "</script><img src=x onerror=alert(1)>{{scripts}}<!--&\u2028";
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"tafsim-data\">(.*?)</script>", Pattern.DOTALL);

    @TempDir
    private Path folder = Path.of("");

    private static String html(Path folder) throws IOException {
        return new String(Page.of(folder).bytes(), StandardCharsets.UTF_8);
    }

    private static JsonNode data(Path folder) throws IOException {
        Matcher matcher = DATA.matcher(html(folder));
        assertThat(matcher.find()).isTrue();
        return JsonMapper.shared().readTree(matcher.group(1));
    }

    private static List<String> notices(JsonNode data) {
        return texts(data.path("notices"), "text");
    }

    private static List<String> texts(JsonNode list, String key) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.path(key).asString(""))
                .toList();
    }

    @Test
    void aWholeFolderNeedsNoNotice() throws IOException {
        JsonNode data = data(new SyntheticFolder().write(folder));

        assertThat(data.path("contract").asInt()).isEqualTo(1);
        assertThat(data.path("kind").asString()).isEqualTo("run");
        assertThat(notices(data)).isEmpty();
        assertThat(data.path("policies").size()).isEqualTo(4);
        assertThat(data.path("facts").path("warmup_s").asInt()).isEqualTo(60);
        assertThat(data.path("sites").get(0).path("accelerators").asString()).isEqualTo("2 × L4");
        assertThat(data.path("sites").get(0).path("controlledFrom").toString()).isEqualTo("[\"DE\",\"FR\"]");
        assertThat(texts(data.path("rules"), "pack")).containsExactly("eu-core");
        assertThat(texts(data.path("defaults"), "key"))
                .contains("run.drain", "run.replications")
                .doesNotContain("apps[].id");
        assertThat(texts(data.path("sources"), "source")).contains("[A] PCIe 4");
        assertThat(data.path("time").path("t").size()).isEqualTo(66);
        assertThat(data.path("requests").path("rows").size()).isEqualTo(440);
        assertThat(data.path("outline").path("features").size()).isGreaterThan(20);
        assertThat(texts(data.path("definitions"), "metric")).contains("ttft_p95", "in_flight");
    }

    @Test
    void numbersAreThoseOfTheSummary() throws IOException {
        JsonNode data = data(new SyntheticFolder().write(folder));
        JsonNode summary = data.path("summary");
        int line = 0;
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(folder.resolve("summary.csv"))) {
            for (NamedCsvRecord record : csv) {
                JsonNode row = summary.path("rows").get(line++);
                assertThat(data.path("policies").get(row.get(0).asInt()).asString())
                        .isEqualTo(record.getField("policy"));
                assertThat(summary.path("scopes").get(row.get(1).asInt()).asString())
                        .isEqualTo(record.getField("scope"));
                assertThat(summary.path("metrics")
                                .get(row.get(2).asInt())
                                .path("name")
                                .asString())
                        .isEqualTo(record.getField("metric"));
                assertThat(row.get(3).decimalValue()).isEqualByComparingTo(record.getField("mean"));
                assertThat(row.get(4).decimalValue()).isEqualByComparingTo(record.getField("half_width"));
                assertThat(row.get(5).asString()).isEqualTo(record.getField("n"));
            }
        }
        assertThat(summary.path("rows").size()).isEqualTo(line).isGreaterThan(50);
    }

    @Test
    void tableAndTilesHaveTheWordsOfTheTerminal() throws IOException {
        SyntheticFolder synthetic = new SyntheticFolder();
        JsonNode data = data(synthetic.write(folder));
        String terminal = String.join(
                "\n",
                new RunTable(new RunHeadline("x", 1, 1, 4, 3, 1), SummaryTable.of(synthetic.results())).lines(false));

        int cells = 0;
        for (JsonNode row : data.path("table")) {
            for (JsonNode cell : row.path("cells")) {
                String spaced = Pattern.quote(cell.asString()).replace(" ", "\\E +\\Q");
                assertThat(terminal).containsPattern(spaced);
                cells++;
            }
        }
        assertThat(cells).isGreaterThan(50);
        JsonNode tile = data.path("tiles").get(1);
        JsonNode row = StreamSupport.stream(data.path("table").spliterator(), false)
                .filter(one -> one.path("label").asString().equals("Time to first token, p95"))
                .findFirst()
                .orElseThrow();
        assertThat(tile.path("metric").asString()).isEqualTo("ttft_p95");
        assertThat(tile.path("meaning").asString()).isNotEmpty();
        assertThat(tile.path("byPolicy").get(0).path("text").asString())
                .isEqualTo(row.path("cells").get(0).asString() + " ms");
    }

    @Test
    void differencesToTheFirstPolicyAreThoseOfTheFile() throws IOException {
        JsonNode data = data(new SyntheticFolder().withApps(1).write(folder));
        List<JsonNode> toFirst = new ArrayList<>();
        Set<String> pairs = new HashSet<>();
        data.path("differences").forEach(row -> {
            pairs.add(row.get(0).asInt() + "-" + row.get(1).asInt());
            if (row.get(1).asInt() == 0
                    && data.path("summary")
                            .path("scopes")
                            .get(row.get(2).asInt())
                            .asString()
                            .equals("all")) {
                toFirst.add(row);
            }
        });
        assertThat(pairs).hasSize(12);
        int line = 0;
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(folder.resolve("differences.csv"))) {
            for (NamedCsvRecord record : csv) {
                JsonNode row = toFirst.get(line++);
                assertThat(data.path("policies").get(row.get(0).asInt()).asString())
                        .isEqualTo(record.getField("policy"));
                assertThat(row.get(4).decimalValue()).isEqualByComparingTo(record.getField("mean_difference"));
                assertThat(row.get(5).decimalValue()).isEqualByComparingTo(record.getField("half_width"));
                assertThat(row.get(7).decimalValue()).isEqualByComparingTo(record.getField("adjusted_p_value"));
            }
        }
        assertThat(toFirst).hasSize(line);
    }

    @Test
    void flowsAreMeansOverAllReplications() throws IOException {
        JsonNode flows = data(new SyntheticFolder().write(folder)).path("flows");

        assertThat(flows.get(0).toString()).isEqualTo("[0,\"S3_TRANSIT\",\"transit\",\"DE\",\"FR\",false,1]");
        assertThat(flows.get(1).toString()).isEqualTo("[0,\"S5_PROCESSING\",\"prompt\",\"DE\",\"?\",true,1]");
    }

    @Test
    void namesCannotLeaveTheirPlace() throws IOException {
        String html = html(new SyntheticFolder()
                .named(EVIL)
                .under(List.of(EVIL, "b" + EVIL))
                .write(folder));

        assertThat(html).doesNotContain("<img src=x").contains("&lt;img src=x onerror=alert(1)&gt;");
        assertThat(html.split("</script>", -1)).hasSize(2 + (int) scripts());
        JsonNode data = data(folder);
        assertThat(data.path("title").asString()).isEqualTo(EVIL);
        assertThat(data.path("policies").get(0).asString()).isEqualTo(EVIL);
        assertThat(data.path("sites").get(0).path("id").asString()).endsWith(EVIL);
        assertThat(notices(data)).isEmpty();
    }

    private static long scripts() {
        return PageParts.names().stream().filter(name -> name.endsWith(".js")).count();
    }

    @Test
    void theFileNeedsNoOther() throws IOException {
        String html = html(new SyntheticFolder().write(folder));
        String own = html.replaceAll("(?s)<script>\\s*/\\*\\s*\\* Licensed to the Apache.*?</script>", "");

        assertThat(html).contains("default-src 'none'");
        assertThat(own).doesNotContainPattern("(?i)(src|href|srcset|action)\\s*=\\s*[\"']?\\s*(https?:|//)");
        assertThat(own).doesNotContainPattern("(?i)url\\(\\s*[\"']?\\s*(https?:|//)");
        assertThat(own)
                .doesNotContainPattern("(?i)@import|\\bimport\\s*\\(|\\bfetch\\s*\\(|XMLHttpRequest|<link|<iframe");
    }

    @Test
    void everyPartHasItsPlaceAndNoneEndsItsScript() throws IOException {
        String template = PageParts.text("page.html");
        assertThat(template).contains("{{title}}", "{{style}}", "{{scripts}}", "{{data}}", "{{noscript}}");
        assertThat(html(new SyntheticFolder().write(folder)))
                .doesNotContain("{{")
                .containsPattern("<pre>\\s+cloud-only +nearest")
                .containsPattern("Requests +[\\d,]+ ±");
        assertThat(PageParts.names())
                .contains("vendor/echarts.min.js")
                .allSatisfy(name -> assertThat(PageParts.text(name).toLowerCase(java.util.Locale.ROOT))
                        .doesNotContain("</script", "<!--", "</style"));
    }

    @Test
    void theSameFilesGiveTheSameBytes() throws IOException {
        new SyntheticFolder().write(folder);

        assertThat(Page.of(folder).bytes()).isEqualTo(Page.of(folder).bytes());
    }

    @Test
    void whatIsMissingIsSaidAndTheRestIsShown() throws IOException {
        new SyntheticFolder().write(folder);
        for (String name :
                List.of("sample.csv", "series.csv", "cdf.csv", "flows.csv", "sites.csv", "replications.csv")) {
            Files.delete(folder.resolve(name));
        }
        JsonNode data = data(folder);

        assertThat(notices(data))
                .contains(
                        "sample.csv is missing: the timeline of a request is left out.",
                        "series.csv is missing: utilization over time is left out.",
                        "replications.csv is missing: paired differences are left out.");
        assertThat(data.path("time").isNull()).isTrue();
        assertThat(data.path("places").isNull()).isTrue();
        assertThat(data.path("requests").isNull()).isTrue();
        assertThat(data.path("table").size()).isGreaterThan(10);
        assertThat(data.path("tiles").size()).isGreaterThan(3);
    }

    @Test
    void aFolderOfRunJsonAloneIsAReport() throws IOException {
        SyntheticFolder.put(folder, "run.json", "{\"format\":\"tafsim-run\",\"scenario\":\"s\"");
        JsonNode data = data(folder);

        assertThat(notices(data))
                .contains(
                        "run.json is not JSON, maybe it was cut: what the run is, is not said.",
                        "summary.csv is missing: there are no numbers.",
                        "scenario.resolved.yaml is missing: the map, the rules and the sources are left out.");
        assertThat(data.path("outline").isNull()).isTrue();
    }

    @Test
    void cutAndDamagedFilesAreShownAsFarAsTheyGo() throws IOException {
        new SyntheticFolder().write(folder);
        String summary = Files.readString(folder.resolve("summary.csv"));
        SyntheticFolder.put(folder, "summary.csv", summary.substring(0, summary.length() - 30));
        SyntheticFolder.put(
                folder, "cdf.csv", "policy,scope,metric,probability,value_ms\na,all,ttft,0.5,7\na,all,ttft,zero,8\n");
        SyntheticFolder.put(folder, "flows.csv", "policy,stage\na,b\n");
        SyntheticFolder.put(folder, "scenario.resolved.yaml", "sites: [{id: a");
        SyntheticFolder.put(
                folder, "series.csv", "policy,replication,t_s,entity,metric,value\na,0,1,e,m,1e999999999\n");
        JsonNode data = data(folder);

        assertThat(notices(data))
                .contains(
                        "summary.csv is cut: its last line is left out.",
                        "cdf.csv: line 3 is not as it should be; it and what follows are left out.",
                        "flows.csv has no column replication: flows of data are left out.",
                        "series.csv: line 2 is not as it should be; it and what follows are left out.");
        assertThat(String.join(" ", notices(data))).contains("scenario.resolved.yaml is not a scenario");
        assertThat(data.path("latency").path("probabilities").toString()).isEqualTo("[0.5]");
        assertThat(data.path("summary").path("rows").size()).isGreaterThan(40);
    }

    @Test
    void aNewerFormatIsSaidAndReadAsFarAsPossible() throws IOException {
        new SyntheticFolder().write(folder);
        String run = Files.readString(folder.resolve("run.json"));
        SyntheticFolder.put(folder, "run.json", run.replace("\"format_version\" : 1", "\"format_version\" : 7"));
        JsonNode data = data(folder);

        assertThat(notices(data))
                .containsExactly("A newer tafsim wrote this (format 7, this one knows 1): what it can read is shown.");
        assertThat(data.path("tiles").size()).isGreaterThan(3);
    }

    @Test
    void aRunWithoutRequestsSaysSo() throws IOException {
        new SyntheticFolder().write(folder);
        String rows = "policy,scope,metric,unit,mean,half_width,n\nnearest,all,requests,count,0.000000,,1\n";
        SyntheticFolder.put(folder, "summary.csv", rows);
        SyntheticFolder.put(
                folder,
                "replications.csv",
                "policy,scope,metric,unit,replication,value\nnearest,all,requests,count,0,0\n");
        SyntheticFolder.put(folder, "cdf.csv", "policy,scope,metric,probability,value_ms\n");
        JsonNode data = data(folder);

        assertThat(String.join(" ", notices(data))).contains("No request was measured");
        assertThat(data.path("latency").path("curves").size()).isZero();
        List<String> policies =
                data.path("policies").valueStream().map(JsonNode::asString).toList();
        JsonNode requests = data.path("table").get(0).path("cells");
        assertThat(requests).hasSameSizeAs(policies);
        assertThat(requests.get(policies.indexOf("nearest")).asString()).isEqualTo("0");
    }

    @Test
    void whatIsNoRunIsRefusedWithItsName() throws IOException {
        assertThatThrownBy(() -> Page.of(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("neither run.json nor sweep.json");
        assertThatThrownBy(() -> Page.of(folder.resolve("nowhere"))).hasMessageContaining("is not a folder");
    }

    @Test
    void aRunOfTwoHundredSitesStaysUnderThreeMegabytes() throws IOException {
        new SyntheticFolder().withSites(200).withApps(10).write(folder);
        JsonNode data = data(folder);

        assertThat(Page.of(folder).bytes().length).isLessThan(2_800_000);
        JsonNode places = data.path("places");
        assertThat(places.path("byPolicy").get(3).path("in_flight").size()).isEqualTo(200);
        assertThat(places.path("t").size()).isEqualTo(40);
        assertThat(notices(data)).contains("The map has 40 frames, each of 3 intervals; sites.csv has all of them.");
        BigDecimal violations = BigDecimal.ZERO;
        for (JsonNode frame : places.path("byPolicy").get(0).path("violations").get(0)) {
            violations = violations.add(frame.decimalValue());
        }
        assertThat(violations).as("no violation is lost").isEqualByComparingTo("240");
    }

    @Test
    void statesSayWhetherPromisesAreKept() throws IOException {
        String row = "nearest,%s,%s,ms,%s,1.000000,3\n";
        new SyntheticFolder().write(folder);
        SyntheticFolder.put(
                folder,
                "summary.csv",
                "policy,scope,metric,unit,mean,half_width,n\n" + row.formatted("all", "ttft_p95", "540.000000")
                        + row.formatted("all", "e2e_p95", "900.000000")
                        + "nearest,all,violations,count,0.000000,0.000000,3\n"
                        + "nearest,all,slo_attainment,fraction,0.949000,0.000000,3\n");
        Files.delete(folder.resolve("replications.csv"));
        JsonNode tiles = data(folder).path("tiles");

        assertThat(state(tiles, "ttft_p95")).contains("near");
        assertThat(state(tiles, "violations")).contains("good");
        assertThat(state(tiles, "slo_attainment")).contains("near");
        assertThat(state(tiles, "e2e_p95")).as("nobody promises it").contains("none");
        assertThat(tiles.toString()).contains("every application promises 500 ms");
    }

    private static Optional<String> state(JsonNode tiles, String metric) {
        return StreamSupport.stream(tiles.spliterator(), false)
                .filter(tile -> tile.path("metric").asString().equals(metric))
                .map(tile -> tile.path("byPolicy").get(1).path("state").asString())
                .findFirst();
    }
}
