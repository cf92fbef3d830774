package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever looks at a run sees the same numbers, wherever he looks. */
class SameNumbersIT {

    private static final Path HELLO =
            Path.of("../scenarios/hello.yaml").toAbsolutePath().normalize();
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"tafsim-data\">(.*?)</script>", Pattern.DOTALL);

    @TempDir
    private static Path folder = Path.of("");

    private static String table = "";
    private static JsonNode json = JsonMapper.shared().createObjectNode();
    private static JsonNode page = JsonMapper.shared().createObjectNode();
    private static Map<String, NamedCsvRecord> csv = new LinkedHashMap<>();

    @BeforeAll
    static void runOnce() throws Exception {
        Shell shell = new Shell(folder);
        Said printed = shell.run(Shell.tafsim(command("table")));
        Said said = shell.run(Shell.tafsim(command("json", "--json", "--no-report")));
        assertThat(printed.code()).as(printed.err()).isZero();
        table = printed.out();
        json = JsonMapper.shared().readTree(said.out());
        Matcher data = DATA.matcher(Files.readString(folder.resolve("table/report.html"), StandardCharsets.UTF_8));
        assertThat(data.find()).isTrue();
        page = JsonMapper.shared().readTree(data.group(1));
        csv = csv(folder.resolve("table/summary.csv"));
    }

    private static String[] command(String out, String... more) {
        List<String> args = new ArrayList<>(
                List.of("run", HELLO.toString(), "--no-figures", "--quiet", "--set=run.duration=20 s", "--out", out));
        args.addAll(List.of(more));
        return args.toArray(new String[0]);
    }

    /** As a data frame reads it: by the names of its columns, numbers from their decimals. */
    private static Map<String, NamedCsvRecord> csv(Path file) throws IOException {
        Map<String, NamedCsvRecord> rows = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : records) {
                rows.put(row.getField("policy") + " " + row.getField("scope") + " " + row.getField("metric"), row);
            }
        }
        return rows;
    }

    @Test
    void theReportHasTheNumbersOfTheFile() {
        JsonNode summary = page.path("summary");
        for (JsonNode row : summary.path("rows")) {
            String policy = page.path("policies").get(row.get(0).asInt()).asString();
            String scope = summary.path("scopes").get(row.get(1).asInt()).asString();
            String metric =
                    summary.path("metrics").get(row.get(2).asInt()).path("name").asString();
            assertSame(policy + " " + scope + " " + metric, row.get(3), row.get(4));
        }
        assertThat(summary.path("rows").size()).isEqualTo(csv.size()).isGreaterThan(100);
    }

    @Test
    void jsonHasTheNumbersOfTheFile() {
        for (JsonNode row : json.path("summary")) {
            String key = "%s %s %s"
                    .formatted(
                            row.path("policy").asString(),
                            row.path("scope").asString(),
                            row.path("metric").asString());
            assertSame(key, row.path("mean"), row.path("half_width"));
        }
        assertThat(json.path("summary").size()).isEqualTo(csv.size());
    }

    private static void assertSame(String key, JsonNode mean, JsonNode halfWidth) {
        NamedCsvRecord row = Objects.requireNonNull(csv.get(key), key);
        assertThat(mean.decimalValue()).as(key).isEqualByComparingTo(new BigDecimal(row.getField("mean")));
        assertThat(
                        halfWidth.isNull()
                                ? ""
                                : halfWidth.decimalValue().setScale(6).toPlainString())
                .as(key)
                .isEqualTo(row.getField("half_width"));
    }

    @Test
    void theReportSaysWhatTheTerminalSays() {
        int cells = 0;
        for (JsonNode row : page.path("table")) {
            for (JsonNode cell : row.path("cells")) {
                assertThat(table).containsPattern(Pattern.quote(cell.asString()).replace(" ", "\\E +\\Q"));
                cells++;
            }
        }
        assertThat(cells).isGreaterThan(20);
    }

    @Test
    void theTerminalShowsTheShareOfTheFile() {
        for (JsonNode policy : page.path("policies")) {
            BigDecimal share = new BigDecimal(Objects.requireNonNull(csv.get(policy.asString() + " all slo_attainment"))
                    .getField("mean"));
            String percent =
                    share.movePointRight(2).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
            assertThat(table).containsPattern("(?m)^SLO attainment .*\\b" + Pattern.quote(percent));
        }
    }
}
