package org.tafsim.scenario.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.scenario.source.Problem;
import org.tafsim.scenario.source.Problems;

/** Formats are told apart by how a file begins, and read as their publishers write them. */
class TraceKindTest {

    private static final Path FIXTURES = Path.of("src", "test", "resources", "traces");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "azure-2024.csv, AZURE",
        "azure-2025.csv, AZURE",
        "burstgpt.csv, BURSTGPT",
        "burstgpt-sessions.csv, BURSTGPT",
        "servegen-client.csv, SERVEGEN",
        "servegen-client.json, SERVEGEN_TOKENS",
        "telecom-grid.tsv, TELECOM_GRID",
        "../scenarios/trace.csv, TAFSIM"
    })
    void aFileSaysByItsBeginningWhatItIs(String file, TraceKind kind) throws IOException {
        assertThat(TraceKind.of(FIXTURES.resolve(file))).contains(kind);
    }

    @Test
    void aLineOfMooncakeIsToldFromADictOfLengthsAndAMarkOfOrderIsPassedOver() throws IOException {
        assertThat(TraceKind.of(
                        write("{\"timestamp\": 0, \"input_length\": 5, \"output_length\": 1, \"hash_ids\": [0]}\n")))
                .contains(TraceKind.MOONCAKE);
        assertThat(TraceKind.of(write("\uFEFFarrival_s,input_tokens,output_tokens\n0,1,1\n")))
                .contains(TraceKind.TAFSIM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "hello", "time,tokens\n1,2\n", "<xml/>", "[1, 2]", "\u0000\u0001"})
    void whatBeginsLikeNothingKnownIsUnknown(String text) throws IOException {
        assertThat(TraceKind.of(write(text))).isEmpty();
    }

    @Test
    void anOffsetFromUtcIsTakenOffTheTimeStamp() {
        Recording trace = read(FIXTURES.resolve("azure-2024.csv"));

        assertThat(trace.size()).isEqualTo(9);
        assertThat(trace.nanos())
                .startsWith(0, 7_405_000, 12_384_000, 27_915_000)
                .endsWith(990_070_000);
    }

    @Test
    void imagesAreAColumnMoreAndPassedOver() {
        Recording trace = read(FIXTURES.resolve("azure-2025.csv"));

        assertThat(trace.prompts()).containsExactly(1130, 211, 3400, 99, 512, 2204, 31, 64, 1188);
        assertThat(trace.nanos()).endsWith(3_000_000_000L, 3_000_000_000L, 4_900_000_000L);
    }

    @Test
    void requestsWithoutResponseFailedAndAreCounted() {
        Recording trace = read(FIXTURES.resolve("burstgpt.csv"));

        assertThat(trace.size()).isEqualTo(7);
        assertThat(trace.summary().passedOver()).isEqualTo(2);
        assertThat(trace.outputs()).containsExactly(20, 200, 250, 600, 30, 4, 6);
        assertThat(read(FIXTURES.resolve("burstgpt-sessions.csv")).nanos()).containsExactly(0, 40_250_000_000L);
    }

    @Test
    void everyBadLineOfBurstGptIsToldWithItsColumn() throws IOException {
        Path trace = write("""
                Timestamp,Model,Request tokens,Response tokens,Total tokens,Log Type
                5,ChatGPT,472,18,490,Conversation log
                3,ChatGPT,472,18,490,Conversation log
                7,ChatGPT,-4,18,14,Conversation log
                noon,ChatGPT,4,18,22,Conversation log
                9,ChatGPT,4
                9,ChatGPT,4,many,22,Conversation log
                """);

        assertThat(problems(trace))
                .containsExactly(
                        trace + ":3: arrives before the line above it; sort the trace by arrival.",
                        trace + ":4:11: -4 prompt tokens; a request has at least 1.",
                        trace + ":5:1: \"noon\" is not an arrival in seconds such as 12.5.",
                        trace + ":6: has 3 columns, the heading has 6; maybe the line is cut off.",
                        trace + ":7:13: \"many\" is not a number of output tokens.");
    }

    @Test
    void aTraceOfFailuresAloneIsRefused() throws IOException {
        Path trace = write("""
                Timestamp,Model,Request tokens,Response tokens,Total tokens,Log Type
                5,ChatGPT,472,0,472,API log
                """);

        assertThat(problems(trace)).containsExactly(trace + ": holds no request that was answered.");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("trace.csv"), text);
    }

    private static Recording read(Path file) {
        Problems problems = new Problems();
        Optional<Recording> trace = Recording.read(file, problems);
        assertThat(problems.list()).isEmpty();
        return trace.orElseThrow();
    }

    private static List<String> problems(Path file) {
        Problems problems = new Problems();
        assertThat(Recording.read(file, problems)).isEmpty();
        return problems.list().stream().map(Problem::toString).toList();
    }
}
