package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.cli.console.TextTable;
import org.tafsim.report.table.Columns;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What commands print fits a hundred columns, whatever the names. */
class LayoutTest {

    private static final String LONG_NAME = "first-by-latency-then-by-cost-then-by-everything-that-is-left";

    @TempDir
    private static Path folder = Path.of("");

    private static Path scenario = Path.of("");
    private static Path run = Path.of("");

    @BeforeAll
    static void runOnce() throws IOException {
        String text = Files.readString(Path.of("../scenarios/hello.yaml"));
        scenario = Files.writeString(
                folder.resolve("long.yaml"),
                text.replace(
                        "policies: [nearest, cloud-only]",
                        "policies: [nearest, {type: cloud-only, label: %s}, {type: random, label: %s}]"
                                .formatted(LONG_NAME, "方針".repeat(30))));
        run = folder.resolve("run");
        Said said = narrow(
                "run",
                "@scenario",
                "--no-figures",
                "--no-report",
                "--quiet",
                "--set=run.duration=10 s",
                "--set=run.warmup=2 s",
                "--out=@run");
        assertThat(said.out()).contains("Requests in flight");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "policies",
                "policies --kind harvest",
                "catalog",
                "catalog accelerators",
                "catalog models",
                "catalog accesses",
                "catalog rules",
                "catalog assumptions",
                "rules list",
                "rules list eu-2026",
                "rules explain R05-health-de",
                "results list --root=@folder",
                "results show @run",
                "results diff @run @run",
                "results show @run --scope all",
                "check @scenario",
                "compare @scenario --replications 2 --quiet --set=run.duration=5s --set=run.warmup=1s",
                "tournament --scenarios @scenario --out @folder/league --quiet --quick --replications 2 --policies nearest,random",
                "optimum @scenario --quiet --replications 2 --set=run.duration=5s --set=run.warmup=1s"
            })
    void noLineIsWiderThanAHundredColumns(String command) {
        narrow(command.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "policies --json",
                "catalog models --json",
                "rules list --json",
                "rules explain R05-health-de --json",
                "results list --root=@folder --json",
                "results show @run --json",
                "results diff @run @run --json",
                "check @scenario --json"
            })
    void whatProgramsReadIsJsonAndNothingElse(String command) {
        Said said = said(command.split(" "));

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(JsonMapper.shared().readTree(said.out()).size()).isPositive();
    }

    @Test
    void whatIsWrongWithAScenarioIsThereForProgramsWithItsPlace() throws IOException {
        Path bad = Files.writeString(
                folder.resolve("bad.yaml"), Files.readString(scenario).replaceFirst("nearest", "nearst"));

        Said said = Said.by("check", scenario.toString(), bad.toString(), "--json");

        JsonNode files = JsonMapper.shared().readTree(said.out());
        assertThat(said.code()).isEqualTo(3);
        assertThat(files.at("/0/ok").asBoolean()).isTrue();
        assertThat(files.at("/1/problems/0/line").asInt()).isPositive();
        assertThat(files.at("/1/problems/0").toString()).contains("nearst", "Maybe 'nearest'?");
    }

    @Test
    void progressForProgramsIsALineForEachRun() {
        Said said = said(
                "run",
                "@scenario",
                "--no-figures",
                "--no-report",
                "--progress=json",
                "--json",
                "--set=run.duration=2 s",
                "--set=run.warmup=1 s",
                "--replications=1",
                "--out=@folder/progress");

        assertThat(said.err().lines().map(line -> JsonMapper.shared().readTree(line)))
                .extracting(event -> event.get("done").asInt())
                .containsExactly(0, 1, 2, 3);
        assertThat(JsonMapper.shared().readTree(said.out()).get("policies").size())
                .isEqualTo(3);
    }

    @Test
    void aWatchedRunGivesTheSameBytesAndTellsOfEachRun() throws IOException {
        Said said = said(
                "run",
                "@scenario",
                "--no-figures",
                "--no-report",
                "--watch",
                "--set=run.duration=10 s",
                "--set=run.warmup=2 s",
                "--out=@folder/watched");

        assertThat(folder.resolve("watched/summary.csv")).hasSameTextualContentAs(run.resolve("summary.csv"));
        assertThat(folder.resolve("watched/series.csv")).hasSameTextualContentAs(run.resolve("series.csv"));
        assertThat(said.err().lines().filter(line -> line.matches("\\d of 9: .*SLO, % .*TTFT p95, ms .*")))
                .hasSize(9);
        assertThat(Said.by("run", scenario.toString(), "--watch", "--quiet").code())
                .isEqualTo(2);
    }

    private static Said narrow(String... command) {
        Said said = said(command);
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.outLines())
                .isNotEmpty()
                .filteredOn(line -> !line.contains(folder.toString())) // paths of others are as long as they are
                .allSatisfy(line -> assertThat(Columns.of(line)).isLessThanOrEqualTo(TextTable.WIDTH));
        return said;
    }

    private static Said said(String... command) {
        List<String> args = Stream.of(command)
                .map(word -> word.replace("@scenario", scenario.toString())
                        .replace("@run", run.toString())
                        .replace("@folder", folder.toString()))
                .toList();
        return Said.by(args.toArray(String[]::new));
    }
}
