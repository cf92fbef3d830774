package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.TextTable;
import org.tafsim.cli.run.ScenarioEngine;
import org.tafsim.engine.RunOptions;
import org.tafsim.kernel.InvariantViolation;
import org.tafsim.kernel.KernelKind;
import org.tafsim.scenario.StarterScenario;
import org.tafsim.serving.StepMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private Path out = Path.of("");
    private Path scenario = Path.of("");

    @BeforeEach
    void writeScenario() throws IOException {
        out = folder.resolve("out");
        scenario = Files.writeString(folder.resolve("my.yaml"), StarterScenario.text());
    }

    @Test
    void whatCameOutIsPrintedAndWritten() {
        Said said = run(new FakeEngine(), "--policies", "nearest,random");

        assertThat(said.code()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.outLines())
                .allSatisfy(line -> assertThat(line)
                        .hasSizeLessThanOrEqualTo(
                                TextTable.WIDTH + out.toString().length()));
        assertThat(said.out()).contains("nearest", "random", out.toString());
        assertThat(out.resolve("summary.csv"))
                .content()
                .contains("nearest,all,ttft_p95,ms,", "random,all,ttft_p95,ms,");
        assertThat(out.resolve("requests.csv")).doesNotExist();
    }

    @Test
    void jsonIsAllThatIsPrintedForPrograms() {
        Said said = run(new FakeEngine(), "--policies", "nearest,random", "--json");

        JsonNode json = JsonMapper.shared().readTree(said.out());
        assertThat(json.get("policies").valueStream().map(JsonNode::asString)).containsExactly("nearest", "random");
    }

    @Test
    void requestsAreWrittenWhereAskedFor() {
        run(new FakeEngine(), "--policies", "nearest", "--replications", "3", "--requests=csv");

        assertThat(out.resolve("requests.csv")).content().hasLineCount(1 + 3);
    }

    @Test
    void requestsAreParquetUnlessSaidOtherwiseAndTheScenarioMayFollow() {
        Said said = Said.by(
                new FakeEngine(),
                "run",
                "--no-figures",
                "--no-report",
                "--out",
                out.toString(),
                "--requests",
                scenario.toString());

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(out.resolve("requests.parquet")).isNotEmptyFile();
        assertThat(out.resolve("requests.csv")).doesNotExist();
        assertThat(run(new FakeEngine(), "--requests=parket").err()).contains("Maybe 'parquet'?");
    }

    @Test
    void figuresComeInTheFormatsAskedFor() {
        Said said = Said.by(
                new FakeEngine(),
                "run",
                "--figures=pdf,svg",
                "--no-report",
                "--out",
                out.toString(),
                scenario.toString());

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(out.resolve("figures"))
                .isDirectoryContaining("glob:**/comparison.pdf")
                .isDirectoryContaining("glob:**/comparison.svg")
                .isDirectoryNotContaining("glob:**/*.png");
        assertThat(run(new FakeEngine(), "--figures=pfd").err()).contains("'pfd' is not one of svg, pdf, png");
    }

    @Test
    void seriesAreParquetWhereAskedFor() {
        Said said = run(new FakeEngine(), "--series=parquet");

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(out.resolve("series.parquet")).isNotEmptyFile();
        assertThat(out.resolve("series.csv")).doesNotExist();
    }

    @Test
    void theWayToComputeIsHandedToTheEngine() {
        AtomicReference<RunOptions> asked = new AtomicReference<>();

        run(
                (s, traces, policies, routing, how) -> {
                    asked.set(how);
                    return new FakeEngine().task(s, traces, policies, routing, how);
                },
                "--kernel",
                "radix",
                "--exact-steps",
                "--audit");

        assertThat(asked.get()).isEqualTo(new RunOptions(KernelKind.RADIX, StepMode.EXACT_STEPS, true));
    }

    @ParameterizedTest
    @CsvSource({
        "--threads,0,2,--threads (0) must be at least 1.",
        "--replications,0,3,--replications (0) must be at least 1.",
        "--policies,nearst,3,Maybe 'nearest'?",
        "--kernel,hep,2,Maybe 'heap'?",
        "--set,run.duraton=1 s,3,Maybe 'duration'?"
    })
    void wrongInputIsRefusedBeforeAnythingIsWritten(String option, String value, int code, String message) {
        Said said = run(new FakeEngine(), option, value);

        assertThat(said.code()).isEqualTo(code);
        assertThat(said.err()).contains(message).doesNotContain("\tat ");
        assertThat(out).doesNotExist();
    }

    @Test
    void aBrokenInvariantIsAnInternalErrorThatNamesPolicyAndReplication() throws IOException {
        Said said = run(
                (s, traces, policies, routing, how) -> (policy, replication, sink) -> {
                    throw new InvariantViolation("INV-1", 12, "arrived 3 is not ended 2");
                },
                "--threads=1",
                "--policies",
                "nearest");

        assertThat(said.code()).isEqualTo(ExitCodes.INTERNAL);
        assertThat(said.err())
                .contains("Policy nearest, replication 1", "INV-1 at 12 ns: arrived 3 is not ended 2")
                .doesNotContain("\tat ");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void aDiskThatIsFullLeavesNoResult() throws IOException {
        Said said = run((s, traces, policies, routing, how) -> (policy, replication, sink) -> {
            throw new UncheckedIOException(new IOException("No space left on device"));
        });

        assertThat(said.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(said.err()).contains("No space left on device").doesNotContain("bug");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void aFolderThatSomebodyElseFilledIsNotTouched() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("thesis.tex"), "precious");

        Said said = run(new FakeEngine());

        assertThat(said.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(out.resolve("thesis.tex")).hasContent("precious");
        assertThat(out.resolve("summary.csv")).doesNotExist();
    }

    private Said run(ScenarioEngine engine, String... more) {
        List<String> args = new ArrayList<>(
                List.of("run", scenario.toString(), "--no-figures", "--no-report", "--out", out.toString()));
        args.addAll(List.of(more));
        return Said.by(engine, args.toArray(new String[0]));
    }

    private List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.equals(scenario)).toList();
        }
    }
}
