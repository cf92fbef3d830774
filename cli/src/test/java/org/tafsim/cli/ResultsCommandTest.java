package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultsCommandTest {

    @TempDir
    private static Path folder = Path.of("");

    private static String root = "";

    @BeforeAll
    static void runTwice() {
        root = "--root=" + folder;
        run("a", "500 ms", "--requests");
        run("b", "20 ms", "--requests=csv");
    }

    private static void run(String name, String ttft, String requests) {
        succeed(Said.by(
                "run",
                "../scenarios/hello.yaml",
                "--no-figures",
                "--no-report",
                "--quiet",
                "--set=run.duration=10 s",
                "--set=run.warmup=2 s",
                "--set=apps[id=chat].slo.ttft=" + ttft,
                requests,
                "--out=" + folder.resolve(name)));
    }

    @Test
    void listAndShowTellWhatIsThere() {
        Said list = succeed(Said.by("results", "list", root));
        Said show = succeed(Said.by("results", "show", folder.resolve("a").toString()));

        assertThat(list.outLines()).hasSize(3);
        assertThat(list.out()).contains("hello-", "nearest, cloud-only");
        assertThat(show.out()).contains("seed             1", "slo_attainment");
        assertThat(show.outLines()).allMatch(line -> line.length() <= 100 || line.startsWith("/"));
    }

    @Test
    void diffNamesTheSettingAndTheMetricsItMoved() {
        Said said = succeed(Said.by(
                "results",
                "diff",
                folder.resolve("a").toString(),
                folder.resolve("b").toString()));

        assertThat(said.out())
                .contains("apps[chat].slo.ttft", "500 ms", "20 ms")
                .containsPattern("nearest +slo_attainment +fraction")
                .doesNotContain("ttft_p95");
    }

    @Test
    void requestsOfBothFormatsAnswerAlike() {
        Said said = succeed(Said.by(
                "results", "query", "SELECT count(*) AS n FROM requests GROUP BY id ORDER BY id", root, "--json"));

        JsonNode rows = JsonMapper.shared().readTree(said.out());
        assertThat(rows.size()).isEqualTo(2);
        assertThat(rows.get(0).path("n").asInt())
                .isPositive()
                .isEqualTo(rows.get(1).path("n").asInt());
    }

    @Test
    void exportWritesTheTables(@TempDir Path tables) {
        Said said = succeed(
                Said.by("results", "export", folder.resolve("a").toString(), tables.toString(), "--format=parquet"));

        assertThat(said.outLines()).hasSize(6).allMatch(line -> line.endsWith(".parquet"));
        assertThat(tables.resolve("summary.parquet")).isNotEmptyFile();
    }

    @Test
    void whatIsWrongIsToldInOneLineAndNothingIsWritten() throws IOException {
        Said writing = Said.by("results", "query", "COPY (SELECT 1) TO '%s/x.csv'".formatted(folder), root);
        Said unknown = Said.by("results", "query", "SELECT polcy FROM summary", root);
        Said missing = Said.by("results", "show", "nobody", root);

        assertThat(writing.code()).isEqualTo(3);
        assertThat(writing.err()).contains("results are only read").hasLineCount(1);
        assertThat(unknown.code()).isEqualTo(3);
        assertThat(unknown.err()).contains("Maybe 'policy'?").hasLineCount(1);
        assertThat(missing.code()).isEqualTo(3);
        assertThat(missing.err()).contains("tafsim results list").hasLineCount(1);
        assertThat(Files.exists(folder.resolve("x.csv"))).isFalse();
    }

    private static Said succeed(Said said) {
        assertThat(said.code()).as(said.out() + said.err()).isZero();
        return said;
    }
}
