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
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.model.PromptText;
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

    /** Four at 0 ms and two at 3 s, one ten seconds later, two at the end. */
    @Test
    void requestsOfOneTickOfTheClockAreSpreadUntilTheNext() throws IOException {
        String line = "{\"timestamp\": %d, \"input_length\": 5, \"output_length\": 1, \"hash_ids\": [7]}\n";
        StringBuilder text = new StringBuilder();
        for (int millis : new int[] {1000, 1000, 1000, 1000, 4000, 4000, 14_000, 15_000, 15_000}) {
            text.append(line.formatted(millis));
        }
        Path trace = write(text.toString());

        assertThat(replayed(trace).stream().map(nanos -> nanos / 1_000_000))
                .containsExactly(0L, 750L, 1500L, 2250L, 3000L, 4500L, 13_000L, 14_000L, 15_500L);
        assertThat(replayed(trace, new ArrivalSpec.Trace("trace.csv", 1, Optional.empty(), OptionalLong.of(0))))
                .containsExactly(
                        0L,
                        0L,
                        0L,
                        0L,
                        3_000_000_000L,
                        3_000_000_000L,
                        13_000_000_000L,
                        14_000_000_000L,
                        14_000_000_000L);
        assertThat(TraceCheck.check(trace, new Problems()).orElseThrow().spanNanos())
                .isEqualTo(15_500_000_000L);
    }

    @Test
    void hashedBlocksAreTexts() throws IOException {
        Path trace = write("""
                {"timestamp": 0, "input_length": 1025, "output_length": 9, "hash_ids": [0, 41, 2], "other": {}}
                {"timestamp": 2.5, "input_length": 512, "output_length": 9, "hash_ids": [0]}
                """);

        try (TraceCursor cursor = open(trace)) {
            cursor.advance();
            PromptText first = cursor.promptText();
            assertThat(first.size()).isEqualTo(3);
            assertThat(first.end(1)).isEqualTo(1024);
            assertThat(first.end(2)).isEqualTo(1025);
            assertThat(first.answerContinues()).isFalse();
            cursor.advance();
            assertThat(cursor.arrivalNanos()).isEqualTo(2_500_000);
            assertThat(cursor.promptText().size()).isEqualTo(1);
            assertThat(cursor.promptText().name(0)).isEqualTo(first.name(0)).isNotEqualTo(first.name(1));
        }
    }

    @Test
    void everyBadLineOfAJsonTraceIsTold() throws IOException {
        Path trace = write("""
                {"timestamp": 3000, "input_length": 5, "output_length": 1, "hash_ids": [0]}
                {"timestamp": 0, "input_length": 5, "output_length": 1, "hash_ids": [0]}
                {"timestamp": 3000, "input_length": 5, "output_length": 1}
                {"timestamp": 3000, "input_length": 0, "output_length": 1, "hash_ids": []}

                {"timestamp": 3000, "input_length": 5, "output_length": "1", "hash_ids": [0]}
                {"timestamp": "now", "input_length": 5, "output_length": 1, "hash_ids": [0]}
                {"timestamp": 1e99, "input_length": 5, "output_length": 1, "hash_ids": [0]}
                {"timestamp": 3000, "input_length": 513, "output_length": 1, "hash_ids": [0]}
                {"timestamp": 3000, "input_length": 5, "output_length": 1, "hash_ids": [-1]}
                {"timestamp": 3000, "input_length": 5, "output_length": 1, "hash_ids": [0.5]}
                {"timestamp": 3000, "input_length": 5, "output_length": 1, "hash_ids": [4294967296]}
                [3000, 5, 1]
                {"timestamp": 3000, "input_length": 5
                """);

        assertThat(problems(trace))
                .hasSize(12)
                .startsWith(
                        trace + ":2: arrives before the line above it; sort the trace by arrival.",
                        trace + ":3: lacks \"hash_ids\".",
                        trace + ":4: \"input_length\" (0) is not a number of tokens, at least 1.",
                        trace + ":6: \"output_length\" (\"1\") is not a number of tokens, at least 1.",
                        trace + ":7: \"timestamp\" (\"now\") is not an arrival in ms such as 3000.",
                        trace + ":8: \"timestamp\" (1.0E99) is not an arrival in ms such as 3000.",
                        trace + ":9: \"hash_ids\" has 1 entries; 513 tokens are 2 blocks of 512.",
                        trace + ":10: \"hash_ids\" holds -1; ids are whole numbers from 0 to 2^32 - 1.",
                        trace + ":11: \"hash_ids\" holds 0.5; ids are whole numbers from 0 to 2^32 - 1.",
                        trace + ":12: \"hash_ids\" holds 4294967296; ids are whole numbers from 0 to 2^32 - 1.",
                        trace + ":13: is not a JSON object.")
                .last()
                .asString()
                .startsWith(trace + ":14: is not JSON: ");
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
                        trace + ":4:29: 0 prompt tokens; a request has at least 1.",
                        trace + ":5:31: -3 output tokens; a request has at least 1.",
                        trace + ":6: has 2 columns, the heading has 3; maybe the line is cut off.",
                        trace + ":7:1: \"16.11.2023 18:15\" is not a time stamp such as 2023-11-16 18:15:46.6805900.",
                        trace + ":8:29: \"seven\" is not a number of prompt tokens.");
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

    private static TraceCursor open(Path trace) {
        return new TraceFiles(ScenarioReader.folderOf(trace))
                .open(new ArrivalSpec.Trace(String.valueOf(trace.getFileName()), 1));
    }

    private static List<Long> replayed(Path trace) {
        return replayed(trace, new ArrivalSpec.Trace(String.valueOf(trace.getFileName()), 1));
    }

    private static List<Long> replayed(Path trace, ArrivalSpec.Trace spec) {
        List<Long> arrivals = new ArrayList<>();
        try (TraceCursor cursor = new TraceFiles(ScenarioReader.folderOf(trace)).open(spec)) {
            while (cursor.advance()) {
                assertThat(cursor.promptTokens()).isPositive();
                assertThat(cursor.outputTokens()).isPositive();
                arrivals.add(cursor.arrivalNanos());
            }
        }
        return arrivals;
    }
}
