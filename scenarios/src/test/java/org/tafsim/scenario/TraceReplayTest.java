package org.tafsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.model.Scenario;
import org.tafsim.scenario.source.Problem;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.trace.FileHash;
import org.tafsim.scenario.trace.TraceCheck;
import org.tafsim.scenario.trace.TraceFiles;
import org.tafsim.scenario.trace.TraceSummary;
import org.tafsim.workload.TraceCursor;

class TraceReplayTest {

    private static final Path AZURE =
            Path.of("..", "..", "shared", "data", "azure-llm-2023", "AzureLLMInferenceTrace_conv.csv");
    private static final String AZURE_HEADING = "TIMESTAMP,ContextTokens,GeneratedTokens\n";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path folder;

    /** Sums of the published file, taken with awk: {@code NR>1{n++; p+=$2; g+=$3} END{print n, p, g}}. */
    @Test
    void theAzureTraceIsReplayedToItsLastToken() {
        assumeTrue(Files.exists(AZURE), "The Azure trace is not beside the project: " + AZURE);
        Problems problems = new Problems();

        TraceSummary summary = TraceCheck.check(AZURE, problems).orElseThrow();

        assertThat(summary.requests()).isEqualTo(19_366);
        assertThat(summary.promptTokens()).isEqualTo(22_361_870);
        assertThat(summary.outputTokens()).isEqualTo(4_088_665);
        assertThat(replayed(AZURE)).hasSize(19_366).last().isEqualTo(summary.spanNanos());
    }

    @Test
    void clockTimesCountFromTheFirstRequest() throws IOException {
        Path trace = write(AZURE_HEADING + """
                2023-11-16 18:15:46.6805900,374,44
                2023-11-16 18:15:50.9951690,396,109
                2023-11-17 00:00:00,1,1
                """);

        assertThat(replayed(trace)).containsExactly(0L, 4_314_579_000L, 20_653_319_410_000L);
    }

    @Test
    void secondsCountFromTheFirstRequestAndOtherColumnsArePassedOver() {
        assertThat(replayed(Readers.RESOURCES.resolve("trace.csv"))).containsExactly(0L, 750_000_000L, 30_000_000_000L);
    }

    @Test
    void everyBadLineIsTold() throws IOException {
        Path trace = write(AZURE_HEADING + """
                2023-11-16 18:15:46.6805900,374,44
                2023-11-16 18:15:45.0000000,396,109
                2023-11-16 18:15:50.9951690,0,109
                2023-11-16 18:15:51.9951690,7,-3
                2023-11-16 18:15:52.9951690,7
                16.11.2023 18:15,7,7
                2023-11-16 18:15:53.9951690,seven,7
                """);

        assertThat(problems(trace))
                .containsExactly(
                        trace + ":3: arrives before the line above it; sort the trace by arrival.",
                        trace + ":4: 0 prompt tokens; a request has at least 1.",
                        trace + ":5: -3 output tokens; a request has at least 1.",
                        trace + ":6: has 2 columns, the heading has 3; maybe the line is cut off.",
                        trace + ":7: \"16.11.2023 18:15\" is not a time stamp such as 2023-11-16 18:15:46.6805900.",
                        trace + ":8: \"seven\" is not a number of prompt tokens.");
    }

    @Test
    void afterTwentyLinesTheRestIsCounted() throws IOException {
        Path trace = write(AZURE_HEADING + "x,1,1\n".repeat(50));

        assertThat(problems(trace)).hasSize(21).contains(trace + ": and 30 more lines.");
    }

    @Test
    void tracesWithoutRequestsOrColumnsAreRefused() throws IOException {
        assertThat(problems(write("")))
                .singleElement()
                .asString()
                .endsWith(":1: the trace is empty; expected a heading and a line for each request.");
        assertThat(problems(write(AZURE_HEADING)))
                .singleElement()
                .asString()
                .endsWith(":1: the trace is empty: it has a heading and no request.");
        assertThat(problems(write("TIMESTAMP,ContextTokens\nx,1\n")))
                .singleElement()
                .asString()
                .endsWith(":1: the heading lacks the columns GeneratedTokens.");
        assertThat(problems(write("time,tokens\n1,1\n")))
                .singleElement()
                .asString()
                .endsWith(":1: the heading lacks the columns arrival_s, input_tokens, output_tokens.");
    }

    @Test
    void theRunLastsAsLongAsTheTrace() {
        String text = Readers.valid()
                .replace("run: {duration: 1 min}", "run: {warmup: 5 s}")
                .replace("arrivals: {rate: 2 /s}", "arrivals: {type: trace, path: trace.csv, speed: 2}")
                .replace("    prompt: 512\n    output: 128\n", "");

        Scenario scenario = Readers.read(text);

        assertThat(scenario.run().horizonNanos()).isEqualTo(16_000_000_000L);
        assertThat(scenario.run().durationNanos()).isEqualTo(11_000_000_000L);
        assertThat(scenario.apps().get(0).prompt().maxTokens()).isEqualTo(1500);
    }

    @Test
    void aTraceWithAHashMustBeThatVeryFile() throws IOException {
        String hash = FileHash.sha256(Readers.RESOURCES.resolve("trace.csv"));
        String text = Readers.valid()
                .replace("{rate: 2 /s}", "{type: trace, path: trace.csv, sha256: %s}".formatted(hash))
                .replace("    prompt: 512\n    output: 128\n", "");

        Scenario scenario = Readers.read(text);

        assertThat(scenario.apps().get(0).arrivals())
                .isEqualTo(new ArrivalSpec.Trace("trace.csv", 1, Optional.of(hash)));
        assertThat(Readers.problems(text.replace(hash, "0".repeat(64))))
                .hasSize(2)
                .anyMatch(problem -> problem.contains("is another file: its SHA-256 is " + hash));
        assertThat(Readers.problems(text.replace(hash, "abc")))
                .singleElement()
                .asString()
                .contains("64 hex digits");
    }

    @Test
    void aConfinedReaderOpensNothingOutsideTheFolder() {
        String trace = Readers.valid().replace("{rate: 2 /s}", "{type: trace, path: %s}");
        String pack = Readers.valid() + "\nsovereignty: {packs: [%s]}\n";

        for (String path : List.of("/etc/hostname", "../../trace.csv")) {
            assertThatThrownBy(() -> confined(trace.formatted(path))).hasMessageContaining(path + "\" lies outside");
        }
        assertThatThrownBy(() -> confined(pack.formatted("../rules.yaml"))).hasMessageContaining("lies outside");
        assertThatThrownBy(() -> confined(trace.formatted("none.csv"))).hasMessageContaining("does not exist");
    }

    private static Scenario confined(String text) {
        return Readers.reader().confined().read("test.yaml", text, List.of(), Readers.RESOURCES);
    }

    @Test
    void aTraceBringsItsOwnLengths() {
        String text = Readers.valid().replace("{rate: 2 /s}", "{type: trace, path: trace.csv}");

        assertThat(Readers.problems(text))
                .containsExactly(
                        "test.yaml:23:13: apps[0].prompt: a trace brings its own lengths; 'prompt' has no place here.",
                        "test.yaml:24:13: apps[0].output: a trace brings its own lengths; 'output' has no place here.");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("trace.csv"), text);
    }

    private static List<String> problems(Path trace) {
        Problems problems = new Problems();
        assertThat(TraceCheck.check(trace, problems)).isEmpty();
        return problems.list().stream().map(Problem::toString).toList();
    }

    private static List<Long> replayed(Path trace) {
        List<Long> arrivals = new ArrayList<>();
        TraceFiles files = new TraceFiles(ScenarioReader.folderOf(trace));
        try (TraceCursor cursor = files.open(new ArrivalSpec.Trace(String.valueOf(trace.getFileName()), 1))) {
            while (cursor.advance()) {
                assertThat(cursor.promptTokens()).isPositive();
                assertThat(cursor.outputTokens()).isPositive();
                arrivals.add(cursor.arrivalNanos());
            }
        }
        return arrivals;
    }
}
