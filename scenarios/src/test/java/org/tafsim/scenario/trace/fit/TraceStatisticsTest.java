package org.tafsim.scenario.trace.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafsim.model.DiurnalProfile;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.trace.Recording;
import org.tafsim.scenario.trace.TraceKind;
import org.tafsim.scenario.trace.TraceSelection;
import org.tafsim.scenario.trace.TraceWriter;

class TraceStatisticsTest {

    private static final Path DATA = Path.of("..", "..", "shared", "data");
    private static final Path AZURE = DATA.resolve("azure-llm-2023/AzureLLMInferenceTrace_conv.csv");
    private static final Path MOONCAKE = DATA.resolve("mooncake/conversation_trace.first3000.jsonl");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path folder;

    private static Recording read(Path file) {
        assumeTrue(Files.exists(file), "The trace is not beside the project: " + file);
        Problems problems = new Problems();
        return Recording.read(file, problems)
                .orElseThrow(() -> new AssertionError(problems.list().toString()));
    }

    /** The row of the reference's table of traces. */
    @Test
    void azuresConversationsHaveTheFiguresOfTheReference() {
        TraceStatistics found = TraceStatistics.of(read(AZURE));

        assertThat(found.requests()).isEqualTo(19_366);
        assertThat(found.ratePerSecond()).isCloseTo(5.53, within(0.005));
        assertThat(found.gapVariation().orElseThrow()).isCloseTo(1.09, within(0.005));
        assertThat(found.correlation().orElseThrow()).isCloseTo(-0.11, within(0.005));
        assertThat(found.prompts().mean()).isCloseTo(1155, within(0.5));
        assertThat(found.prompts().quantile(0.5)).isEqualTo(1020);
        assertThat(found.prompts().quantile(0.95)).isEqualTo(4083);
        assertThat(found.prompts().quantile(0.99)).isEqualTo(4142);
        assertThat(found.outputs().mean()).isCloseTo(211, within(0.5));
        assertThat(found.outputs().quantile(0.5)).isEqualTo(129);
        assertThat(found.outputs().quantile(0.95)).isEqualTo(451);
        assertThat(found.outputs().quantile(0.99)).isEqualTo(601);
        assertThat(found.prefixHitShare()).isEmpty();
    }

    @Test
    void aConvertedTraceHasTheSameFigures() throws IOException {
        Path out = folder.resolve("conv.csv");
        long written = write(AZURE, TraceSelection.ALL, TraceKind.TAFSIM, out);

        TraceStatistics before = TraceStatistics.of(read(AZURE));
        TraceStatistics after = TraceStatistics.of(read(out));

        assertThat(written).isEqualTo(19_366);
        assertThat(after).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    void aConvertedTraceOfMooncakeKeepsItsBlocksAndItsSpreadArrivals() throws IOException {
        Path out = folder.resolve("conv.jsonl");
        write(MOONCAKE, TraceSelection.ALL, TraceKind.MOONCAKE, out);

        TraceStatistics before = TraceStatistics.of(read(MOONCAKE));
        TraceStatistics after = TraceStatistics.of(read(out));

        assertThat(before.requests()).isEqualTo(3000);
        assertThat(before.prefixHitShare().orElseThrow()).isBetween(0.1, 0.6);
        assertThat(after).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    void aPartAtTwiceTheSpeedHasTwiceTheRateAndASampleItsShare() throws IOException {
        Path fast = folder.resolve("fast.csv");
        Path some = folder.resolve("some.csv");
        long minute = 60_000_000_000L;
        Recording whole = read(AZURE);

        long written = write(
                AZURE, new TraceSelection(10 * minute, OptionalLong.of(5 * minute), 2, 1, 1), TraceKind.TAFSIM, fast);
        long sampled = write(AZURE, new TraceSelection(0, OptionalLong.empty(), 1, 0.1, 7), TraceKind.TAFSIM, some);

        long expected = Arrays.stream(whole.nanos())
                .filter(nanos -> nanos >= 10 * minute && nanos < 15 * minute)
                .count();
        assertThat(written).isEqualTo(expected);
        assertThat(TraceStatistics.of(read(fast)).spanSeconds()).isBetween(148.0, 150.0);
        assertThat((double) sampled).isCloseTo(1936.6, within(4 * Math.sqrt(19_366 * 0.09)));
        assertThat(write(AZURE, new TraceSelection(0, OptionalLong.empty(), 1, 0.1, 7), TraceKind.TAFSIM, some))
                .isEqualTo(sampled);
    }

    /** Four prompts of which the second shares two blocks, the third one and then none, the fourth all. */
    @Test
    void prefixHitsAreCountedUpToTheFirstBlockThatIsNew() throws IOException {
        Path trace = Files.writeString(folder.resolve("trace.jsonl"), """
                {"timestamp": 0, "input_length": 1536, "output_length": 1, "hash_ids": [0, 1, 2]}
                {"timestamp": 1000, "input_length": 1536, "output_length": 1, "hash_ids": [0, 1, 3]}
                {"timestamp": 2000, "input_length": 1536, "output_length": 1, "hash_ids": [0, 4, 2]}
                {"timestamp": 3000, "input_length": 512, "output_length": 1, "hash_ids": [0]}
                """);

        assertThat(read(trace).prefixHitShare().orElseThrow()).isCloseTo(4 / 10.0, within(1e-12));
    }

    /** A request each minute, and five more in each from 18 to 19 h: 6 in one hour, 1 in 23, mean 29/24. */
    @Test
    void aTraceOfDaysHasAShapeAndItsGapsAreLevelled() throws IOException {
        Path trace = folder.resolve("days.csv");
        try (Writer writer = Files.newBufferedWriter(trace)) {
            writer.write("arrival_s,input_tokens,output_tokens\n");
            for (int minute = 0; minute <= 2 * 24 * 60; minute++) {
                int times = minute / 60 % 24 == 18 ? 6 : 1;
                for (int i = 0; i < times; i++) {
                    writer.write("%d,10,10\n".formatted(minute * 60 + i * 10));
                }
            }
        }
        Recording recording = read(trace);

        DiurnalProfile day = RecordedDay.of(recording).orElseThrow();
        double[] gaps = RecordedDay.levelled(recording, day);

        assertThat(day.startHour()).isZero();
        assertThat(day.hourlyFactors().get(18)).isCloseTo(6 * 24 / 29.0, within(0.01));
        assertThat(day.hourlyFactors().get(3)).isCloseTo(24 / 29.0, within(0.01));
        assertThat(gaps[0]).isCloseTo(60 * 24 / 29.0, within(0.6));
        assertThat(Arrays.stream(gaps).average().orElseThrow()).isCloseTo(60 * 24 / 29.0, within(0.6));
        assertThat(RecordedDay.of(read(Path.of("src", "test", "resources", "traces", "burstgpt.csv"))))
                .isEmpty();
    }

    @Test
    void oneRequestHasNoBurstiness() throws IOException {
        TraceStatistics found = TraceStatistics.of(
                read(Files.writeString(folder.resolve("one.csv"), "arrival_s,input_tokens,output_tokens\n5,10,20\n")));

        assertThat(found.gapVariation()).isEmpty();
        assertThat(found.secondDispersion()).isEmpty();
        assertThat(found.correlation()).isEmpty();
        assertThat(found.spanSeconds()).isZero();
    }

    private static long write(Path from, TraceSelection selection, TraceKind target, Path to) throws IOException {
        assumeTrue(Files.exists(from), "The trace is not beside the project: " + from);
        try (Writer writer = Files.newBufferedWriter(to)) {
            return TraceWriter.write(from, selection, target, writer);
        }
    }
}
