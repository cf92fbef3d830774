package org.tafsim.report.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the dashboard shows, and what it refuses. */
class DashboardTest {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>\"'&";

    @TempDir
    private static Path folder = Path.of("");

    private static Path root = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private static Served served;

    @BeforeAll
    static void write() throws IOException {
        root = folder.resolve("results");
        Served.run(root, "a", "tiny", 1, 200);
        Path hostile = Served.run(root, "b", HOSTILE, 2, 100);
        Files.writeString(root.resolve("private.txt"), "not a result");
        Files.writeString(folder.resolve("secret.csv"), "secret");
        Files.writeString(hostile.resolve(".origin.json"), "{}");
        Files.writeString(hostile.resolve("policy.jar"), "");
        Files.createSymbolicLink(hostile.resolve("leak.csv"), folder.resolve("secret.csv"));
        Files.createSymbolicLink(root.resolve("runs/link"), folder);
        Files.writeString(
                Files.createDirectories(root.resolve("runs/newer")).resolve("run.json"), "{\"format_version\": 9}");
        Files.writeString(
                Files.createDirectories(root.resolve("runs/cut")).resolve("run.json"), "{\"status\": \"ok\"}");
        served = new Served(root, Optional.empty());
    }

    @AfterAll
    static void close() {
        served.close();
    }

    @Test
    void theTableHasEveryRunWithTheTextsOfTheTerminal() throws Exception {
        JsonNode table = served.json("/api/results");

        JsonNode newest = table.path("runs").path(0);
        assertThat(newest.path("key").asString()).isEqualTo("runs/b");
        assertThat(newest.path("scenario").asString()).isEqualTo(HOSTILE);
        assertThat(table.path("metrics").path(1).path("name").asString()).isEqualTo("ttft_p95");
        JsonNode older = table.path("runs").path(1).path("policies");
        assertThat(older.path(0).path("values").path(1).asDouble()).isEqualTo(200);
        assertThat(older.path(0).path("texts").path(1).asString()).isEqualTo("200 ±6");
        assertThat(older.path(0).path("texts").path(0).asString()).isEqualTo("99.88 ±0.03");
        assertThat(older.path(1).path("label").asString()).isEqualTo("<b>far</b>");
        assertThat(older.path(1).path("texts").path(1).asString()).isEqualTo("1,235 ±10");
        assertThat(older.path(0).path("values").path(5).isNull()).isTrue(); // no cost is stated
    }

    @Test
    void foldersThatCannotBeShownAreListedWithTheReason() throws Exception {
        JsonNode flaws = served.json("/api/results").path("flaws");

        assertThat(StreamSupport.stream(flaws.spliterator(), false)
                        .map(flaw -> flaw.path("folder").asString() + ": "
                                + flaw.path("reason").asString()))
                .satisfiesExactly(
                        flaw -> assertThat(flaw).contains("runs/cut", "no summary.csv"),
                        flaw -> assertThat(flaw).contains("runs/link", "not followed"),
                        flaw -> assertThat(flaw).contains("runs/newer", "format version 9"));
    }

    @Test
    void anOverlayHasAColumnForEachPolicyOfEachRun() throws Exception {
        JsonNode overlay = served.json("/api/overlay?run=runs/a&run=runs%2Fb");

        assertThat(overlay.path("columns")).hasSize(4);
        JsonNode p95 = overlay.path("metrics").path(1);
        assertThat(p95.path("metric").asString()).isEqualTo("ttft_p95");
        assertThat(p95.path("texts").toString()).isEqualTo("[\"200 ±6\",\"1,235 ±10\",\"100 ±6\",\"1,235 ±10\"]");
        assertThat(overlay.path("curves")).hasSize(2);
        assertThat(overlay.path("curves").path(1).path("points").toString()).isEqualTo("[[50.0,0.5]]");
        JsonNode load = overlay.path("series").path(0);
        assertThat(load.path("entity").asString()).isEqualTo("tier:cloud");
        assertThat(load.path("points").path(0).path(1).asDouble()).isCloseTo(0.3, within());
        assertThat(overlay.path("series")).hasSize(2);
    }

    @Test
    void anOverlayOfAnAppHasItsNumbersAlone() throws Exception {
        JsonNode overlay = served.json("/api/overlay?run=runs/a&scope=app:chat");

        assertThat(overlay.path("metrics")).hasSize(1);
        assertThat(overlay.path("metrics").path(0).path("texts").toString()).isEqualTo("[\"7.00\",\"–\"]");
        assertThat(overlay.path("curves").path(0).path("points").toString()).isEqualTo("[[3.0,0.5]]");
    }

    @Test
    void aDiffShowsTheSettingsThatDiffer() throws Exception {
        JsonNode diff = served.json("/api/diff?run=runs/a&run=runs/b");

        assertThat(diff.path("settings")).hasSize(1);
        assertThat(diff.path("settings").path(0).toString())
                .isEqualTo("{\"path\":\"run.seed\",\"values\":[\"1\",\"2\"]}");
    }

    @Test
    void aQuestionIsAnsweredAsATableAndAsCsv() throws Exception {
        String sql = "SELECT+id,+NULL+AS+nothing+FROM+runs+ORDER+BY+id";

        JsonNode answer = served.json("/api/query?sql=" + sql);
        HttpResponse<String> csv = served.get("/api/query?format=csv&sql=" + sql);

        assertThat(answer.path("rows").toString()).isEqualTo("[[\"a\",null],[\"b\",null]]");
        assertThat(answer.path("isWhole").asBoolean()).isTrue();
        assertThat(csv.body()).isEqualTo("id,nothing\na,\nb,\n");
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(text -> assertThat(text).contains("attachment"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FROM read_text('/etc/hostname')     | may not be called here",
                "COPY (SELECT 1) TO '/tmp/x.csv'     | results are only read",
                "ATTACH 'x.db'                       | results are only read",
                "INSTALL httpfs                      | results are only read",
                "SELECT 1; SELECT 2                  | results are only read",
                "FROM '/etc/passwd'                  | assw",
                "SELEC 1                             | not SQL",
                "FROM summery                        | Maybe 'summary'?"
            })
    void aQuestionThatReachesFurtherIsRefusedInASentence(String sql, String reason) throws Exception {
        HttpResponse<String> response =
                served.get("/api/query?sql=" + java.net.URLEncoder.encode(sql, StandardCharsets.UTF_8));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).startsWith("{\"error\":").contains(reason);
    }

    @Test
    void aReportIsMadeWhereThereIsNoneAndCanReachNothing() throws Exception {
        HttpResponse<String> made = served.get("/results/runs/b/report.html");
        Files.writeString(root.resolve("runs/a/report.html"), "<title>mine</title>");
        HttpResponse<String> kept = served.get("/results/runs/a/report.html");

        assertThat(made.body())
                .startsWith("<!DOCTYPE html>")
                .contains("id=\"tafsim-data\"")
                .doesNotContain("<img src=x");
        assertThat(kept.body()).isEqualTo("<title>mine</title>");
        assertThat(kept.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("sandbox", "default-src 'none'")
                        .doesNotContain("allow-same-origin"));
    }

    @Test
    void filesOfResultsCanBeTakenAway() throws Exception {
        HttpResponse<String> csv = served.get("/results/runs/a/summary.csv");

        assertThat(csv.body()).startsWith("policy,scope");
        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(csv.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/results/private.txt", // not of a result
                "/results/runs/b/leak.csv", // a link out
                "/results/runs/b/policy.jar", // not to look at
                "/results/runs/link/secret.csv",
                "/results/runs/newer/run.json",
                "/results/runs/a",
                "/results/runs/a/none.csv",
                "/assets/Desk.class",
                "/nothing"
            })
    void whatIsNoResultIsNotThere(String path) throws Exception {
        HttpResponse<String> response = served.get(path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).doesNotContain(folder.toString()).endsWith(".\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/results/../../etc/passwd",
                "/results/runs/a/../../../secret.csv",
                "/results/runs/a/..%2f..%2f..%2fsecret.csv",
                "/results/runs/a/%2e%2e/%2E%2E/private.txt",
                "/results/runs/a/%2e%2e%5c%2e%2e%5cprivate.txt",
                "/results/runs/b/.origin.json",
                "/results/runs/a/summary.csv%00.txt",
                "/results//etc/passwd",
                "/results/runs/a/%c0%ae%c0%ae/summary.csv",
                "/results/runs/a/%zz",
                "/assets/..%2fDesk.class",
                "/%2e%2e/"
            })
    void aPathThatLeadsElsewhereIsRefused(String path) throws Exception {
        assertThat(served.rawGet(path)).startsWith("HTTP/1.1 400").doesNotContain("root:", "not a result");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
    void onlyGetAndHeadAreAnswered(String method) throws Exception {
        HttpResponse<String> response = served.send(method, "/api/results");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
        assertThat(response.body()).contains("GET and HEAD are all it answers");
    }

    @Test
    void headHasTheLengthAndNoBody() throws Exception {
        HttpResponse<String> head = served.send("HEAD", "/results/runs/a/summary.csv");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValueAsLong("Content-Length"))
                .hasValue(Files.size(root.resolve("runs/a/summary.csv")));
        assertThat(head.body()).isEmpty();
    }

    @Test
    void aBodyIsRefused() throws Exception {
        String chunked = "\r\n\r\n5\r\nhello\r\n0";
        assertThat(served.raw("GET / HTTP/1.1", "Host: localhost", "Transfer-Encoding: chunked" + chunked))
                .startsWith("HTTP/1.1 400")
                .contains("has a body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:7700", "127.0.0.1.evil.example", "localhost.evil.example"})
    void anotherHostIsRefused(String host) throws Exception {
        assertThat(served.raw("GET /api/results HTTP/1.1", "Host: " + host))
                .startsWith("HTTP/1.1 403")
                .contains("call it localhost or 127.0.0.1");
        assertThat(served.raw("GET /api/results HTTP/1.1", "Host: localhost:1234"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void pagesOfOtherSitesMayLinkAndNothingElse() throws Exception {
        String[] link = {"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"};

        assertThat(served.get("/", link).statusCode()).isEqualTo(200);
        assertThat(served.get("/api/query?sql=SELECT+1", link).statusCode()).isEqualTo(403);
        assertThat(served.get("/api/results", "Sec-Fetch-Site", "cross-site").body())
                .contains("Pages of other sites may not ask");
        assertThat(served.get("/results/runs/a/summary.csv", "Sec-Fetch-Site", "same-site")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void everyAnswerForbidsWhatThePageDoesNotNeed() throws Exception {
        for (String path : new String[] {"/", "/api/results", "/nothing", "/assets/main.js"}) {
            HttpResponse<String> response = served.get(path);
            assertThat(response.headers().map())
                    .containsKeys(
                            "content-security-policy",
                            "x-content-type-options",
                            "x-frame-options",
                            "referrer-policy",
                            "cross-origin-resource-policy",
                            "cache-control")
                    .doesNotContainKeys("access-control-allow-origin", "set-cookie");
            assertThat(response.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                            .doesNotContain("unsafe"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/overlay                  | Choose 1 to 8 results; these are 0.",
                "/api/overlay?run=runs/none    | There is nothing here.",
                "/api/overlay?run=../../etc    | There is nothing here.",
                "/api/query?sql=               | Ask something: one SELECT.",
                "/api/none                     | There is nothing here."
            })
    void aQuestionThatMakesNoSenseIsAnsweredInASentence(String path, String sentence) throws Exception {
        HttpResponse<String> response = served.get(path);

        assertThat(response.statusCode()).isBetween(400, 404);
        assertThat(response.body()).isEqualTo("{\"error\":\"%s\"}".formatted(sentence));
    }

    @Test
    void anAddressThatIsTooLongIsRefused() throws Exception {
        HttpResponse<String> response = served.get("/api/query?sql=" + "x".repeat(9000));

        assertThat(response.statusCode()).isEqualTo(414);
        assertThat(response.body()).contains("longer than 8192 characters");
    }

    @Test
    void everyFileOfThePageThatItNamesIsServed() throws Exception {
        String page = served.get("/").body();

        assertThat(page).doesNotContain("<script>", "style=", "http:", "https:");
        assertThat(page.split("/assets/")).hasSize(7);
        for (String script : new String[] {"main.js", "runs.js", "sql.js"}) {
            String text = served.get("/assets/" + script).body();
            assertThat(text).doesNotContain("innerHTML", "insertAdjacentHTML", "document.write", "eval(");
            java.util.regex.Matcher imports =
                    java.util.regex.Pattern.compile("from '\\./(\\w+\\.js)'").matcher(text);
            while (imports.find()) {
                assertThat(served.get("/assets/" + imports.group(1)).statusCode())
                        .as(imports.group(1))
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void beyondThisMachineATokenIsNeeded() throws Exception {
        InetAddress everywhere = InetAddress.getByAddress(new byte[4]);
        InstantSource clock = InstantSource.fixed(Served.NOON);

        assertThatThrownBy(() -> new DashboardOptions(root, everywhere, 0, Optional.empty(), clock))
                .hasMessageContaining("needs a token");
        assertThatThrownBy(() -> new DashboardOptions(root, everywhere, 0, Optional.of("short"), clock))
                .hasMessageContaining("16 characters or more");
    }

    @Test
    void aPortThatIsTakenIsNamedWithAWayOut() throws Exception {
        DashboardOptions same = new DashboardOptions(
                root,
                InetAddress.getLoopbackAddress(),
                served.uri("/").getPort(),
                Optional.empty(),
                InstantSource.fixed(Served.NOON));

        assertThatThrownBy(() -> Dashboard.start(same))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Cannot listen at port")
                .hasMessageContaining("--port 0");
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-12);
    }
}
